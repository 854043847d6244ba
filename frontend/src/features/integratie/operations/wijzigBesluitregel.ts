import { graphql } from "~/graphql/gen";

export const WijzigBesluitregel = graphql(`
  mutation WijzigBesluitregel($input: WijzigBesluitregelInput!) {
    wijzigBesluitregel(input: $input) {
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
