import { graphql } from "~/graphql/gen";

export const VulOverdrachtIn = graphql(`
  mutation VulOverdrachtIn($input: VulOverdrachtInInput!) {
    vulOverdrachtIn(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      cel {
        ...Overdracht
      }
    }
  }
`);
