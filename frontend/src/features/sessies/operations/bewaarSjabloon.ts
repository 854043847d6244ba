import { graphql } from "~/graphql/gen";

export const BewaarSjabloon = graphql(`
  mutation BewaarSjabloon($input: BewaarSjabloonInput!) {
    bewaarSjabloon(input: $input) {
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
