import { graphql } from "~/graphql/gen";

export const HerstelCheckpunt = graphql(`
  mutation HerstelCheckpunt($input: HerstelCheckpuntInput!) {
    herstelCheckpunt(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      taak {
        ...TaakOpBord
        ...Checklist
      }
    }
  }
`);
