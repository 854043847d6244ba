import { graphql } from "~/graphql/gen";

export const LegAfwijkingVast = graphql(`
  mutation LegAfwijkingVast($input: LegAfwijkingVastInput!) {
    legAfwijkingVast(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      afwijking {
        ...AfwijkingRegel
      }
    }
  }
`);
