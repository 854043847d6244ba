import { graphql } from "~/graphql/gen";

export const PlaatsKanttekening = graphql(`
  mutation PlaatsKanttekening($input: PlaatsKanttekeningInput!) {
    plaatsKanttekening(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      kanttekening {
        ...KanttekeningRegel
      }
    }
  }
`);
