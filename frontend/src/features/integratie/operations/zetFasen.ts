import { graphql } from "~/graphql/gen";

export const ZetFasen = graphql(`
  mutation ZetFasen($input: ZetFasenInput!) {
    zetFasen(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      traject {
        id
      }
    }
  }
`);
