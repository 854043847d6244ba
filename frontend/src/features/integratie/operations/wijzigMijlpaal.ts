import { graphql } from "~/graphql/gen";

export const WijzigMijlpaal = graphql(`
  mutation WijzigMijlpaal($input: WijzigMijlpaalInput!) {
    wijzigMijlpaal(input: $input) {
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
