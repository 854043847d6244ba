import { graphql } from "~/graphql/gen";

export const BehandelSignaal = graphql(`
  mutation BehandelSignaal($input: BehandelSignaalInput!) {
    behandelSignaal(input: $input) {
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
