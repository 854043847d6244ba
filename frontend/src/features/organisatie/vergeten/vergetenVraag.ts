import { graphql } from "~/graphql/gen";

export const VergetenQuery = graphql(`
  query Vergeten {
    positie
    vergeten {
      soort
      naam
      uitleg
      onderwerp {
        __typename
        id
      }
    }
  }
`);
