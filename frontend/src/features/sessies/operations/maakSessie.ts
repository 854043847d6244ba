import { graphql } from "~/graphql/gen";

export const MaakSessie = graphql(`
  mutation MaakSessie($input: MaakSessieInput!) {
    maakSessie(input: $input) {
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
