import { graphql } from "~/graphql/gen";

export const LaatToe = graphql(`
  mutation LaatToe($input: LaatToeInput!) {
    laatToe(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      sessie {
        ...SessieOpBord
      }
    }
  }
`);
