import { graphql } from "~/graphql/gen";

export const StuurVerslag = graphql(`
  mutation StuurVerslag($input: StuurVerslagInput!) {
    stuurVerslag(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      verslagvoorstel {
        ...Voorstel
      }
    }
  }
`);
