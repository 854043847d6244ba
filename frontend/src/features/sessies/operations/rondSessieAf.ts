import { graphql } from "~/graphql/gen";

export const RondSessieAf = graphql(`
  mutation RondSessieAf($input: RondSessieAfInput!) {
    rondSessieAf(input: $input) {
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
