import { graphql } from "~/graphql/gen";

export const MeldSignaal = graphql(`
  mutation MeldSignaal($input: MeldSignaalInput!) {
    meldSignaal(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      signaal {
        ...SignaalRegel
      }
    }
  }
`);
