import { graphql } from "~/graphql/gen";

export const HandelKanttekeningAf = graphql(`
  mutation HandelKanttekeningAf($input: HandelKanttekeningAfInput!) {
    handelKanttekeningAf(input: $input) {
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
