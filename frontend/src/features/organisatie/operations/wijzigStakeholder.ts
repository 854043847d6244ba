import { graphql } from "~/graphql/gen";

export const WijzigStakeholder = graphql(`
  mutation WijzigStakeholder($input: WijzigStakeholderInput!) {
    wijzigStakeholder(input: $input) {
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
