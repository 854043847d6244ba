import { graphql } from "~/graphql/gen";

export const MeldMijlpaalGereed = graphql(`
  mutation MeldMijlpaalGereed($input: MeldMijlpaalGereedInput!) {
    meldMijlpaalGereed(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      mijlpaal {
        ...MijlpaalOpTijdlijn
      }
    }
  }
`);
