import { graphql } from "~/graphql/gen";

export const HerstelTaak = graphql(`
  mutation HerstelTaak($input: HerstelTaakInput!) {
    herstelTaak(input: $input) {
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
