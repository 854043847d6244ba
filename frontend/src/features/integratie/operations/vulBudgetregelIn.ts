import { graphql } from "~/graphql/gen";

export const VulBudgetregelIn = graphql(`
  mutation VulBudgetregelIn($input: VulBudgetregelInInput!) {
    vulBudgetregelIn(input: $input) {
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
