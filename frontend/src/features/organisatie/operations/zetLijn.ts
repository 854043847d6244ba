import { graphql } from "~/graphql/gen";

export const ZetLijn = graphql(`
  mutation ZetLijn($input: ZetLijnInput!) {
    zetLijn(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      relatie {
        id
      }
    }
  }
`);
