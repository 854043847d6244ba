import { graphql } from "~/graphql/gen";

export const BesluitRegionaal = graphql(`
  mutation BesluitRegionaal($input: BesluitRegionaalInput!) {
    besluitRegionaal(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      autonomie {
        ...AutonomieVan
      }
    }
  }
`);
