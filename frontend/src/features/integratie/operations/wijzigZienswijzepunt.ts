import { graphql } from "~/graphql/gen";

export const WijzigZienswijzepunt = graphql(`
  mutation WijzigZienswijzepunt($input: WijzigZienswijzepuntInput!) {
    wijzigZienswijzepunt(input: $input) {
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
