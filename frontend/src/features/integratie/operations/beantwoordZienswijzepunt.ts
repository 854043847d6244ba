import { graphql } from "~/graphql/gen";

export const BeantwoordZienswijzepunt = graphql(`
  mutation BeantwoordZienswijzepunt($input: BeantwoordZienswijzepuntInput!) {
    beantwoordZienswijzepunt(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      punt {
        ...PuntInRegister
      }
    }
  }
`);
