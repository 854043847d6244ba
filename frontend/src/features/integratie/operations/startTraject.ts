import { graphql } from "~/graphql/gen";

export const StartTraject = graphql(`
  mutation StartTraject($input: StartTrajectInput!) {
    startTraject(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      traject {
        id
      }
    }
  }
`);
