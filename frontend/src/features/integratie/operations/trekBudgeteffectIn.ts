import { graphql } from "~/graphql/gen";

export const TrekBudgeteffectIn = graphql(`
  mutation TrekBudgeteffectIn($input: TrekBudgeteffectInInput!) {
    trekBudgeteffectIn(input: $input) {
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
