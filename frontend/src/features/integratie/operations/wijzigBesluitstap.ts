import { graphql } from "~/graphql/gen";

export const WijzigBesluitstap = graphql(`
  mutation WijzigBesluitstap($input: WijzigBesluitstapInput!) {
    wijzigBesluitstap(input: $input) {
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
