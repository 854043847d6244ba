import { graphql } from "~/graphql/gen";

export const VoegZienswijzepuntToe = graphql(`
  mutation VoegZienswijzepuntToe($input: VoegZienswijzepuntToeInput!) {
    voegZienswijzepuntToe(input: $input) {
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
