import { graphql } from "~/graphql/gen";

export const WijzigAfspraakFase = graphql(`
  mutation WijzigAfspraakFase($input: WijzigAfspraakFaseInput!) {
    wijzigAfspraakFase(input: $input) {
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
