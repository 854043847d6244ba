import { graphql } from "~/graphql/gen";

export const BepaalAard = graphql(`
  mutation BepaalAard($input: BepaalAardInput!) {
    bepaalAard(input: $input) {
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
