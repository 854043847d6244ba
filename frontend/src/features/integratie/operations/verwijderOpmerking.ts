import { graphql } from "~/graphql/gen";

export const VerwijderOpmerking = graphql(`
  mutation VerwijderOpmerking($input: VerwijderOpmerkingInput!) {
    verwijderOpmerking(input: $input) {
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
