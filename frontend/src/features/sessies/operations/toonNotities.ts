import { graphql } from "~/graphql/gen";

export const ToonNotities = graphql(`
  mutation ToonNotities($input: ToonNotitiesInput!) {
    toonNotities(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      sessie {
        ...SessieOpBord
      }
    }
  }
`);
