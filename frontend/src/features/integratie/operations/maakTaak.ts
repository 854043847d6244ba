import { graphql } from "~/graphql/gen";

export const MaakTaak = graphql(`
  mutation MaakTaak($input: MaakTaakInput!) {
    maakTaak(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      taak {
        ...TaakOpBord
      }
    }
  }
`);
