import { graphql } from "~/graphql/gen";

export const BeslisVoorstel = graphql(`
  mutation BeslisVoorstel($input: BeslisVoorstelInput!) {
    beslisVoorstel(input: $input) {
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
