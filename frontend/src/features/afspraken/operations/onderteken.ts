import { graphql } from "~/graphql/gen";

export const Onderteken = graphql(`
  mutation Onderteken($input: OndertekenInput!) {
    onderteken(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      ronde {
        ...RondeVolledig
      }
    }
  }
`);
