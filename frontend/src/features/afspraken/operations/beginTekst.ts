import { graphql } from "~/graphql/gen";

export const BeginTekst = graphql(`
  mutation BeginTekst($input: BeginTekstInput!) {
    beginTekst(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      afspraak {
        id
      }
    }
  }
`);
