import { graphql } from "~/graphql/gen";

export const ZetRondeFase = graphql(`
  mutation ZetRondeFase($input: ZetRondeFaseInput!) {
    zetRondeFase(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      ronde {
        ...RondeVolledig
      }
    }
  }
`);
