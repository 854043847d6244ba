import { graphql } from "~/graphql/gen";

export const VoegBudgeteffectToe = graphql(`
  mutation VoegBudgeteffectToe($input: VoegBudgeteffectToeInput!) {
    voegBudgeteffectToe(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      regel {
        ...BudgetRegel
      }
    }
  }
`);
