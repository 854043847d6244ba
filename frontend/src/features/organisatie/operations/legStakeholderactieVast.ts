import { graphql } from "~/graphql/gen";

export const LegStakeholderactieVast = graphql(`
  mutation LegStakeholderactieVast($input: LegStakeholderactieVastInput!) {
    legStakeholderactieVast(input: $input) {
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
