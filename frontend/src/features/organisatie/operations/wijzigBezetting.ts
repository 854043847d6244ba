import { graphql } from "~/graphql/gen";

export const WijzigBezetting = graphql(`
  mutation WijzigBezetting($input: WijzigBezettingInput!) {
    wijzigBezetting(input: $input) {
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
