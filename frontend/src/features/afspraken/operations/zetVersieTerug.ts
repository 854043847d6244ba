import { graphql } from "~/graphql/gen";

export const ZetVersieTerug = graphql(`
  mutation ZetVersieTerug($input: ZetVersieTerugInput!) {
    zetVersieTerug(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      versie {
        ...VersieRegel
      }
    }
  }
`);
