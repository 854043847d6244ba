import { graphql } from "~/graphql/gen";

export const StartRonde = graphql(`
  mutation StartRonde($input: StartRondeInput!) {
    startRonde(input: $input) {
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
