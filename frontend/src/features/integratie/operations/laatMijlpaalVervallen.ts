import { graphql } from "~/graphql/gen";

export const LaatMijlpaalVervallen = graphql(`
  mutation LaatMijlpaalVervallen($input: LaatMijlpaalVervallenInput!) {
    laatMijlpaalVervallen(input: $input) {
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
