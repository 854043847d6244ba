import { graphql } from "~/graphql/gen";

export const WijzigCheckpunt = graphql(`
  mutation WijzigCheckpunt($input: WijzigCheckpuntInput!) {
    wijzigCheckpunt(input: $input) {
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
