import { graphql } from "~/graphql/gen";

export const HerstelFase = graphql(`
  mutation HerstelFase($input: HerstelFaseInput!) {
    herstelFase(input: $input) {
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
