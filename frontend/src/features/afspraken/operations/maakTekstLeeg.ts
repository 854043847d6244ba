import { graphql } from "~/graphql/gen";

export const MaakTekstLeeg = graphql(`
  mutation MaakTekstLeeg($input: MaakTekstLeegInput!) {
    maakTekstLeeg(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      afspraak {
        id
      }
    }
  }
`);
