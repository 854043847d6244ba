import { graphql } from "~/graphql/gen";

export const WisFase = graphql(`
  mutation WisFase($input: WisFaseInput!) {
    wisFase(input: $input) {
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
