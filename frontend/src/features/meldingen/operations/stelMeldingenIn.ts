import { graphql } from "~/graphql/gen";

export const StelMeldingenIn = graphql(`
  mutation StelMeldingenIn($input: StelMeldingenInInput!) {
    stelMeldingenIn(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
    }
  }
`);
