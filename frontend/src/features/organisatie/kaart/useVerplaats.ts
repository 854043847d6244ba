import { useCallback } from "react";
import { ORGANISATIE } from "~/realtime/contexten";
import { useMutatie } from "~/realtime/useMutatie";
import type { MenuRegel } from "~/ui/Menu";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { VerplaatsStakeholder } from "../operations/verplaatsStakeholder";
import { ringNaast } from "./indeling";
import { RING_VOLGORDE, RINGNAAM, type Groep, type Stakeholder, type Vak } from "./kaart";

export type Verplaats = (stakeholder: Stakeholder, naar: Vak) => void;

/** Moves a stakeholder: at once on this screen, back with the reason when the hub refuses. */
export function useVerplaats(groepen: readonly Groep[]): Verplaats {
  const stuur = useMutatie(VerplaatsStakeholder, ORGANISATIE.bereik);
  return useCallback(
    ({ id, naam, plek }, { groep, ring }) => {
      if (plek.groep.id === groep && plek.ring === ring) return;
      const groepnaam = groepen.find((een) => een.id === groep)?.naam ?? "";
      kondigAan(`${naam} staat nu bij ${groepnaam}, ring ${RINGNAAM[ring].toLowerCase()}.`);
      void stuur({ id, verwachteVersie: plek.versie, groep, ring }).then((uitkomst) => {
        if (!uitkomst.gelukt) meldToast(`${naam} staat weer waar die stond. ${uitkomst.fouten[0]!.bericht}`);
      });
    },
    [stuur, groepen],
  );
}

/** All places on the map, as a menu; the present one is off. */
export const menuRegels = (groepen: readonly Groep[], nu: Vak): MenuRegel[] =>
  RING_VOLGORDE.flatMap((ring) =>
    groepen.map((groep) => ({
      id: `${ring} ${groep.id}`,
      naam: `${RINGNAAM[ring]}: ${groep.naam}`,
      uit: nu.ring === ring && nu.groep === groep.id,
    })),
  );
export function vakVan(regel: string): Vak {
  const [ring, groep] = regel.split(" ");
  return { ring: ring as Vak["ring"], groep: groep! };
}

/** Shift with an arrow: up is closer to the MGR, down further; left and right go round the groups. */
export function stapVan(toets: React.KeyboardEvent, nu: Vak, groepen: readonly string[]): Vak | undefined {
  if (!toets.shiftKey || toets.altKey || toets.ctrlKey || toets.metaKey) return undefined;
  const rond = (stap: number) => groepen.at((groepen.indexOf(nu.groep) + stap) % groepen.length)!;
  const ring = { ArrowUp: ringNaast(nu.ring, -1), ArrowDown: ringNaast(nu.ring, 1) }[toets.key];
  if (ring) return { ...nu, ring };
  if (toets.key === "ArrowRight") return { ...nu, groep: rond(1) };
  if (toets.key === "ArrowLeft") return { ...nu, groep: rond(-1) };
  return undefined;
}
