import { graphql } from "~/graphql/gen";

export const ZetOpKaart = graphql(`
  mutation ZetOpKaart($input: ZetOpKaartInput!) {
    zetOpKaart(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      stakeholder {
        ...StakeholderOpKaart
      }
    }
  }
`);
