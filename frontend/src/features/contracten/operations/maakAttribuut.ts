import { graphql } from "~/graphql/gen";

export const MaakAttribuut = graphql(`
  mutation MaakAttribuut($input: MaakAttribuutInput!) {
    maakAttribuut(input: $input) {
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
