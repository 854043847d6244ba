import { graphql } from "~/graphql/gen";

export const NeemVersieOp = graphql(`
  mutation NeemVersieOp($input: NeemVersieOpInput!) {
    neemVersieOp(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      ronde {
        ...RondeVolledig
      }
    }
  }
`);
