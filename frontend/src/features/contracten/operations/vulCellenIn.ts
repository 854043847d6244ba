import { graphql } from "~/graphql/gen";

export const VulCellenIn = graphql(`
  mutation VulCellenIn($input: VulCellenInInput!) {
    vulCellenIn(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      cellen {
        ...CelVolledig
      }
    }
  }
`);
