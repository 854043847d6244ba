import { graphql } from "~/graphql/gen";

export const LegVersieVast = graphql(`
  mutation LegVersieVast($input: LegVersieVastInput!) {
    legVersieVast(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      versie {
        ...VersieRegel
      }
    }
  }
`);
