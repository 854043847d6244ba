import { graphql } from "~/graphql/gen";

export const ZetDeur = graphql(`
  mutation ZetDeur($input: ZetDeurInput!) {
    zetDeur(input: $input) {
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
