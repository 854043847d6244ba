import { graphql } from "~/graphql/gen";

export const HefGroepOp = graphql(`
  mutation HefGroepOp($input: HefGroepOpInput!) {
    hefGroepOp(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      sessie {
        ...SessieOpBord
      }
    }
  }
`);
