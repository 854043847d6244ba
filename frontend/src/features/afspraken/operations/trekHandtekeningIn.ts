import { graphql } from "~/graphql/gen";

export const TrekHandtekeningIn = graphql(`
  mutation TrekHandtekeningIn($input: TrekHandtekeningInInput!) {
    trekHandtekeningIn(input: $input) {
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
