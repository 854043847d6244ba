import { graphql } from "~/graphql/gen";

export const SchrijfSjabloon = graphql(`
  mutation SchrijfSjabloon($input: SchrijfSjabloonInput!) {
    schrijfSjabloon(input: $input) {
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
