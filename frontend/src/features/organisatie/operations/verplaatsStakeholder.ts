import { graphql } from "~/graphql/gen";

export const VerplaatsStakeholder = graphql(`
  mutation VerplaatsStakeholder($input: VerplaatsStakeholderInput!) {
    verplaatsStakeholder(input: $input) {
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
