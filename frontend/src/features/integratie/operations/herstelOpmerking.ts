import { graphql } from "~/graphql/gen";

export const HerstelOpmerking = graphql(`
  mutation HerstelOpmerking($input: HerstelOpmerkingInput!) {
    herstelOpmerking(input: $input) {
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
