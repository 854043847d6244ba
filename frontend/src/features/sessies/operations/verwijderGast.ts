import { graphql } from "~/graphql/gen";

export const VerwijderGast = graphql(`
  mutation VerwijderGast($input: VerwijderGastInput!) {
    verwijderGast(input: $input) {
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
