import { graphql } from "~/graphql/gen";

export const ZetTijd = graphql(`
  mutation ZetTijd($input: ZetTijdInput!) {
    zetTijd(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      sessie {
        ...SessieOpBord
      }
    }
  }
`);
