import { graphql } from "~/graphql/gen";

export const ArchiveerTaak = graphql(`
  mutation ArchiveerTaak($input: ArchiveerTaakInput!) {
    archiveerTaak(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      taak {
        ...TaakOpBord
      }
    }
  }
`);
