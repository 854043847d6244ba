import { graphql } from "~/graphql/gen";

export const VoegStakeholderToe = graphql(`
  mutation VoegStakeholderToe($input: VoegStakeholderToeInput!) {
    voegStakeholderToe(input: $input) {
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
