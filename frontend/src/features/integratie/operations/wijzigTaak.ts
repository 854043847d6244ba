import { graphql } from "~/graphql/gen";

export const WijzigTaak = graphql(`
  mutation WijzigTaak($input: WijzigTaakInput!) {
    wijzigTaak(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      taak {
        ...TaakOpBord
        omschrijving
      }
    }
  }
`);
