import { graphql } from "~/graphql/gen";

export const Volg = graphql(`
  mutation Volg($input: VolgInput!) {
    volg(input: $input) {
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
