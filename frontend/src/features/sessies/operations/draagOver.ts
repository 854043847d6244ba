import { graphql } from "~/graphql/gen";

export const DraagOver = graphql(`
  mutation DraagOver($input: DraagOverInput!) {
    draagOver(input: $input) {
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
