import { graphql } from "~/graphql/gen";

export const BespreekHarmonisatie = graphql(`
  mutation BespreekHarmonisatie($input: BespreekHarmonisatieInput!) {
    bespreekHarmonisatie(input: $input) {
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
