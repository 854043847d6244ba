import { graphql } from "~/graphql/gen";

export const VraagOverdrachtOp = graphql(`
  mutation VraagOverdrachtOp($input: VraagOverdrachtOpInput!) {
    vraagOverdrachtOp(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      cel {
        ...Overdracht
      }
    }
  }
`);
