import { graphql } from "~/graphql/gen";

export const WijzigAfspraak = graphql(`
  mutation WijzigAfspraak($input: WijzigAfspraakInput!) {
    wijzigAfspraak(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      afspraak {
        ...AfspraakVolledig
      }
    }
  }
`);
