import { graphql } from "~/graphql/gen";

export const SpreekHarmonisatieAf = graphql(`
  mutation SpreekHarmonisatieAf($input: SpreekHarmonisatieAfInput!) {
    spreekHarmonisatieAf(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      attribuut {
        ...AttribuutVolledig
      }
    }
  }
`);
