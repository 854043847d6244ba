import { graphql } from "~/graphql/gen";

export const VoegCheckpuntToe = graphql(`
  mutation VoegCheckpuntToe($input: VoegCheckpuntToeInput!) {
    voegCheckpuntToe(input: $input) {
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
