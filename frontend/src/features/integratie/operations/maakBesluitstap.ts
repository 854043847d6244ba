import { graphql } from "~/graphql/gen";

export const MaakBesluitstap = graphql(`
  mutation MaakBesluitstap($input: MaakBesluitstapInput!) {
    maakBesluitstap(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      stap {
        ...BesluitStap
      }
    }
  }
`);
