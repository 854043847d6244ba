import { graphql } from "~/graphql/gen";

export const LegStandpuntVast = graphql(`
  mutation LegStandpuntVast($input: LegStandpuntVastInput!) {
    legStandpuntVast(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      kostenposities {
        ...Kosten
      }
    }
  }
`);
