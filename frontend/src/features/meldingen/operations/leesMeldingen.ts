import { graphql } from "~/graphql/gen";

export const LeesMeldingen = graphql(`
  mutation LeesMeldingen($input: LeesMeldingenInput!) {
    leesMeldingen(input: $input) {
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
