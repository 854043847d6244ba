import { graphql } from "~/graphql/gen";

export const WijzigContract = graphql(`
  mutation WijzigContract($input: WijzigContractInput!) {
    wijzigContract(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      contract {
        ...ContractVolledig
      }
    }
  }
`);
