import { graphql } from "~/graphql/gen";

export const VerwijderCheckpunt = graphql(`
  mutation VerwijderCheckpunt($input: VerwijderCheckpuntInput!) {
    verwijderCheckpunt(input: $input) {
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
