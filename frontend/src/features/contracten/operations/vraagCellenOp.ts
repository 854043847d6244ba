import { graphql } from "~/graphql/gen";

export const VraagCellenOp = graphql(`
  mutation VraagCellenOp($input: VraagCellenOpInput!) {
    vraagCellenOp(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      cellen {
        ...CelVolledig
      }
    }
  }
`);
