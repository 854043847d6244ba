import { graphql } from "~/graphql/gen";

export const WijzigAfwijking = graphql(`
  mutation WijzigAfwijking($input: WijzigAfwijkingInput!) {
    wijzigAfwijking(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      afwijking {
        ...AfwijkingRegel
      }
    }
  }
`);
