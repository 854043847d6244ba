import { graphql } from "~/graphql/gen";

export const VerplaatsTaak = graphql(`
  mutation VerplaatsTaak($input: VerplaatsTaakInput!) {
    verplaatsTaak(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      taak {
        ...TaakOpBord
      }
    }
  }
`);
