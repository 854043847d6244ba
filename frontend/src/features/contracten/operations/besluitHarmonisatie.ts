import { graphql } from "~/graphql/gen";

export const BesluitHarmonisatie = graphql(`
  mutation BesluitHarmonisatie($input: BesluitHarmonisatieInput!) {
    besluitHarmonisatie(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      attributen {
        ...AttribuutVolledig
      }
    }
  }
`);
