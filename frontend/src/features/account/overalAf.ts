import { graphql } from "~/graphql/gen";

export const MeldOveralAf = graphql(`
  mutation MeldOveralAf($input: MeldOveralAfInput!) {
    meldOveralAf(input: $input) {
      positie
      fouten {
        code
        bericht
        veld
      }
    }
  }
`);
