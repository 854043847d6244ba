import { graphql } from "~/graphql/gen";

export const BeantwoordInbreng = graphql(`
  mutation BeantwoordInbreng($input: BeantwoordInbrengInput!) {
    beantwoordInbreng(input: $input) {
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
