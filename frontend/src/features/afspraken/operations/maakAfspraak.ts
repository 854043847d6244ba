import { graphql } from "~/graphql/gen";

export const MaakAfspraak = graphql(`
  mutation MaakAfspraak($input: MaakAfspraakInput!) {
    maakAfspraak(input: $input) {
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
