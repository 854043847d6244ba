import { graphql } from "~/graphql/gen";

export const MaakMijlpaal = graphql(`
  mutation MaakMijlpaal($input: MaakMijlpaalInput!) {
    maakMijlpaal(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      mijlpaal {
        ...MijlpaalOpTijdlijn
      }
    }
  }
`);
