import { graphql } from "~/graphql/gen";

export const LegOpbrengstVast = graphql(`
  mutation LegOpbrengstVast($input: LegOpbrengstVastInput!) {
    legOpbrengstVast(input: $input) {
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
