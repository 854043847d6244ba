import { createContext, useContext, useMemo } from "react";
import { graphql } from "~/graphql/gen";
import type { TrajectenQuery as Antwoord } from "~/graphql/gen/graphql";
import { useIk } from "~/features/account/ik";
import { perPersoon, useAanwezigen, type Aanwezige } from "~/realtime/aanwezigheid";
import { bezigenVan } from "../bezigen";
import { useMeldBezig } from "../bord/useMeldBezig";
import { useStand } from "./stand";

export const TrajectenQuery = graphql(`
  query Trajecten {
    trajecten {
      id
      sleutel
      naam
      streefdatum
      module {
        id
      }
      borden {
        id
        naam
      }
      besluiten {
        id
        naam
      }
    }
  }
`);

export type TrajectKeuze = Antwoord["trajecten"][number];
export type Huidig = TrajectKeuze & {
  /** All of them, to choose another. */
  alle: readonly TrajectKeuze[];
  /** The stream of its events, for queries and mutations. */
  bereik: string;
  /** The address of one of its pages: `adres("besluiten", "cel/…")`. */
  adres: (pagina: string, deel?: string) => string;
};

export const TrajectContext = createContext<Huidig | null>(null);

/** The trajectory of the page one is on. */
export function useTraject(): Huidig {
  const traject = useContext(TrajectContext);
  if (!traject) throw new Error("useTraject outside its frame");
  return traject;
}

export const trajectAdres = (sleutel: string, pagina: string, deel?: string) =>
  `/integratie/${sleutel}/${pagina}${deel ? `/${deel}` : ""}`;

const LAATST = "samenspel.traject";
/** The trajectory somebody visited last, where there are more of them. */
export function laatsteTraject(trajecten: readonly TrajectKeuze[]): TrajectKeuze | undefined {
  const laatst = localStorage.getItem(LAATST);
  return trajecten.find(({ sleutel }) => sleutel === laatst) ?? trajecten[0];
}
export const onthoudTraject = (sleutel: string) => localStorage.setItem(LAATST, sleutel);

/** Who else is at this page now, what they do to what, and the way to tell them what I do. */
export function usePlek(plek: string | undefined) {
  const { persoon } = useIk();
  // Nobody is in the past.
  const nu = useStand() ? undefined : plek;
  const aanwezigen: Aanwezige[] = useAanwezigen(nu);
  const meldBezig = useMeldBezig(nu);
  return {
    meldBezig,
    bezigen: useMemo(() => bezigenVan(aanwezigen, persoon.id), [aanwezigen, persoon.id]),
    personen: perPersoon(aanwezigen)
      .map((een) => een.persoon)
      .filter(({ id }) => id !== persoon.id),
  };
}
