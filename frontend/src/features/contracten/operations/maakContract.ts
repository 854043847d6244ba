import { graphql } from "~/graphql/gen";

export const MaakContract = graphql(`
  mutation MaakContract($input: MaakContractInput!) {
    maakContract(input: $input) {
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
