import { graphql } from "~/graphql/gen";

export const PlanTerug = graphql(`
  mutation PlanTerug($input: PlanTerugInput!) {
    planTerug(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      traject {
        id
      }
    }
  }
`);
