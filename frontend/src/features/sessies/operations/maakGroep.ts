import { graphql } from "~/graphql/gen";

export const MaakGroep = graphql(`
  mutation MaakGroep($input: MaakGroepInput!) {
    maakGroep(input: $input) {
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
