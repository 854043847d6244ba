import { graphql } from "~/graphql/gen";

export const HernoemGroep = graphql(`
  mutation HernoemGroep($input: HernoemGroepInput!) {
    hernoemGroep(input: $input) {
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
