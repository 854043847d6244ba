import { graphql } from "~/graphql/gen";

export const BeantwoordKanttekening = graphql(`
  mutation BeantwoordKanttekening($input: BeantwoordKanttekeningInput!) {
    beantwoordKanttekening(input: $input) {
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
