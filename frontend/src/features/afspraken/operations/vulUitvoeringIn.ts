import { graphql } from "~/graphql/gen";

export const VulUitvoeringIn = graphql(`
  mutation VulUitvoeringIn($input: VulUitvoeringInInput!) {
    vulUitvoeringIn(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      uitvoering {
        ...UitvoeringCel
      }
    }
  }
`);
