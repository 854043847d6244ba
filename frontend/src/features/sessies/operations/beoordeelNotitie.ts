import { graphql } from "~/graphql/gen";

export const BeoordeelNotitie = graphql(`
  mutation BeoordeelNotitie($input: BeoordeelNotitieInput!) {
    beoordeelNotitie(input: $input) {
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
