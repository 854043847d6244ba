import { graphql } from "~/graphql/gen";

export const GaNaarFase = graphql(`
  mutation GaNaarFase($input: GaNaarFaseInput!) {
    gaNaarFase(input: $input) {
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
