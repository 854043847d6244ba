import { graphql } from "~/graphql/gen";

export const PakSignaalOp = graphql(`
  mutation PakSignaalOp($input: PakSignaalOpInput!) {
    pakSignaalOp(input: $input) {
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
