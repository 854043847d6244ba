import { graphql } from "~/graphql/gen";

export const PlaatsOpmerking = graphql(`
  mutation PlaatsOpmerking($input: PlaatsOpmerkingInput!) {
    plaatsOpmerking(input: $input) {
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
