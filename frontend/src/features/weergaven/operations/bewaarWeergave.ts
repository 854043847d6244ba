import { graphql } from "~/graphql/gen";

export const BewaarWeergave = graphql(`
  mutation BewaarWeergave($input: BewaarWeergaveInput!) {
    bewaarWeergave(input: $input) {
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
