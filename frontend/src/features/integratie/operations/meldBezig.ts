import { graphql } from "~/graphql/gen";

export const MeldBezig = graphql(`
  mutation MeldBezig($input: MeldBezigInput!) {
    meldBezig(input: $input) {
      fouten {
        code
        bericht
        veld
      }
    }
  }
`);
