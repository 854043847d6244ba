import { graphql } from "~/graphql/gen";

export const WijzigOpmerking = graphql(`
  mutation WijzigOpmerking($input: WijzigOpmerkingInput!) {
    wijzigOpmerking(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      taak {
        ...TaakOpBord
        ...Opmerkingen
      }
    }
  }
`);
