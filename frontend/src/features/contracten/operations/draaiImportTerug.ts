import { graphql } from "~/graphql/gen";

export const DraaiImportTerug = graphql(`
  mutation DraaiImportTerug($input: DraaiImportTerugInput!) {
    draaiImportTerug(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      import {
        ...Importregel
      }
    }
  }
`);
