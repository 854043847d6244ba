import { graphql } from "~/graphql/gen";

export const ZetCommunicatietrede = graphql(`
  mutation ZetCommunicatietrede($input: ZetCommunicatietredeInput!) {
    zetCommunicatietrede(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      stakeholder {
        ...StakeholderOpKaart
      }
    }
  }
`);
