import { graphql } from "~/graphql/gen";

export const LaatBesluitstapVervallen = graphql(`
  mutation LaatBesluitstapVervallen($input: LaatBesluitstapVervallenInput!) {
    laatBesluitstapVervallen(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      stap {
        ...BesluitStap
      }
    }
  }
`);
