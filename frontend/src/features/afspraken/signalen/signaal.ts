import { graphql } from "~/graphql/gen";
import type { SignaalRegelFragment, SignaalStand } from "~/graphql/gen/graphql";
import type { StatusSoort } from "~/ui/Status";

export const SignaalRegel = graphql(`
  fragment SignaalRegel on Signaal {
    id
    van
    tekst
    stand
    antwoord
    teruggekoppeldOp
    gemeldOp
    versie
    magBehandelen
    gemeldDoor {
      id
      naam
    }
    eigenaar {
      id
      naam
    }
    gemeente {
      id
      naam
    }
    afspraak {
      id
      naam
      signalenKerenTerug
    }
  }
`);

export const SignalenQuery = graphql(`
  query Signalen {
    positie
    signalen {
      ...SignaalRegel
    }
  }
`);

export type Signaal = SignaalRegelFragment;

export const STAND: Record<SignaalStand, [soort: StatusSoort, woord: string]> = {
  GEMELD: ["open", "gemeld"],
  IN_BEHANDELING: ["bezig", "in behandeling"],
  BEANTWOORD: ["wacht", "beantwoord"],
  TERUGGEKOPPELD: ["gereed", "teruggekoppeld"],
};
