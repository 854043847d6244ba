import { graphql } from "~/graphql/gen";

export const OpenSessie = graphql(`
  mutation OpenSessie($input: OpenSessieInput!) {
    openSessie(input: $input) {
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
