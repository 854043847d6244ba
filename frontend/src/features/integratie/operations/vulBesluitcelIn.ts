import { graphql } from "~/graphql/gen";

export const VulBesluitcelIn = graphql(`
  mutation VulBesluitcelIn($input: VulBesluitcelInInput!) {
    vulBesluitcelIn(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      cel {
        ...BesluitCel
      }
    }
  }
`);
