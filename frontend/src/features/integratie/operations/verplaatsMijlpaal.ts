import { graphql } from "~/graphql/gen";

export const VerplaatsMijlpaal = graphql(`
  mutation VerplaatsMijlpaal($input: VerplaatsMijlpaalInput!) {
    verplaatsMijlpaal(input: $input) {
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
