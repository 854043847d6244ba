import { graphql } from "~/graphql/gen";

export const BezetRol = graphql(`
  mutation BezetRol($input: BezetRolInput!) {
    bezetRol(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      rol {
        id
      }
    }
  }
`);
