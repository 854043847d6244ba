import { graphql } from "~/graphql/gen";

export const WijzigAttribuut = graphql(`
  mutation WijzigAttribuut($input: WijzigAttribuutInput!) {
    wijzigAttribuut(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      attributen {
        ...AttribuutVolledig
      }
    }
  }
`);
