import { graphql } from "~/graphql/gen";

export const HerstelMijlpaal = graphql(`
  mutation HerstelMijlpaal($input: HerstelMijlpaalInput!) {
    herstelMijlpaal(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      mijlpaal {
        ...MijlpaalOpTijdlijn
      }
    }
  }
`);
