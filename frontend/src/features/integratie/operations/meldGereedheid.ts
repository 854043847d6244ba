import { graphql } from "~/graphql/gen";

export const MeldGereedheid = graphql(`
  mutation MeldGereedheid($input: MeldGereedheidInput!) {
    meldGereedheid(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      gereedheid {
        ...GereedheidVanGemeente
      }
    }
  }
`);
