import { graphql } from "~/graphql/gen";

export const LegVergaderingVast = graphql(`
  mutation LegVergaderingVast($input: LegVergaderingVastInput!) {
    legVergaderingVast(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      vergadering {
        ...VergaderingInKalender
      }
    }
  }
`);
