import { graphql } from "~/graphql/gen";

export const SluitStemming = graphql(`
  mutation SluitStemming($input: SluitStemmingInput!) {
    sluitStemming(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      sessie {
        ...SessieOpBord
      }
    }
  }
`);
