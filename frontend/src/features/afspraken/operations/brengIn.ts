import { graphql } from "~/graphql/gen";

export const BrengIn = graphql(`
  mutation BrengIn($input: BrengInInput!) {
    brengIn(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      ronde {
        ...RondeVolledig
      }
    }
  }
`);
