import { graphql } from "~/graphql/gen";

export const LaatSjabloonVervallen = graphql(`
  mutation LaatSjabloonVervallen($input: LaatSjabloonVervallenInput!) {
    laatSjabloonVervallen(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      sjabloon
    }
  }
`);
