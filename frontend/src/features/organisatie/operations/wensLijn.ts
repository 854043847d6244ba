import { graphql } from "~/graphql/gen";

export const WensLijn = graphql(`
  mutation WensLijn($input: WensLijnInput!) {
    wensLijn(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      relatie {
        id
      }
    }
  }
`);
