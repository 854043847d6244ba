import { graphql } from "~/graphql/gen";

export const WijzigWeergave = graphql(`
  mutation WijzigWeergave($input: WijzigWeergaveInput!) {
    wijzigWeergave(input: $input) {
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
