import { graphql } from "~/graphql/gen";

export const WijzigAfhankelijkheden = graphql(`
  mutation WijzigAfhankelijkheden($input: WijzigAfhankelijkhedenInput!) {
    wijzigAfhankelijkheden(input: $input) {
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
