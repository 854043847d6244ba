import { graphql } from "~/graphql/gen";

export const VerplaatsNotitie = graphql(`
  mutation VerplaatsNotitie($input: VerplaatsNotitieInput!) {
    verplaatsNotitie(input: $input) {
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
