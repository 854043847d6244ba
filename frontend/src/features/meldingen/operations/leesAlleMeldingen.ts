import { graphql } from "~/graphql/gen";

export const LeesAlleMeldingen = graphql(`
  mutation LeesAlleMeldingen($input: LeesAlleMeldingenInput!) {
    leesAlleMeldingen(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
    }
  }
`);
