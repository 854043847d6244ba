import { graphql } from "~/graphql/gen";

export const ClaimDeelname = graphql(`
  mutation ClaimDeelname($input: ClaimDeelnameInput!) {
    claimDeelname(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      sessie {
        id
      }
    }
  }
`);
