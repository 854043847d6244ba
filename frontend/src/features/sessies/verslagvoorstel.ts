import { graphql } from "~/graphql/gen";
import type { VoorstelFragment } from "~/graphql/gen/graphql";

export const Voorstel = graphql(`
  fragment Voorstel on Verslagvoorstel {
    sessie
    aanwezigen {
      persoon
      naam
      rol
      bezorging
      gestuurdOp
    }
    anderen {
      persoon
      naam
      rol
      bezorging
      gestuurdOp
    }
    zonderAccount
    onderwerp
    verzendingen {
      op
      door
      aan
    }
    magSturen
  }
`);

export const VoorstelQuery = graphql(`
  query Verslagvoorstel($sessie: ID!) {
    verslagvoorstel(sessie: $sessie) {
      ...Voorstel
    }
  }
`);

export type Verslagvoorstel = VoorstelFragment;
export type Ontvanger = Verslagvoorstel["aanwezigen"][number];
