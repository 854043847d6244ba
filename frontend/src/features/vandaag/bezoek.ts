import { maakWinkel } from "~/lib/winkel";
import type { VandaagQuery } from "~/graphql/gen/graphql";

type Vandaag = VandaagQuery["vandaag"];
export type Groep = Vandaag["gewijzigd"][number];
export type Vermelding = Vandaag["vermeldingen"][number];

/**
 * One visit: what was new when it began, and all that came since. The hub forgets that something was new as soon as
 * it is marked as seen; the visit keeps it, so that the list does not vanish while somebody reads it or comes back
 * from a task.
 */
export type Bezoek = {
  sinds: string | null;
  groepen: Groep[];
  vermeldingen: Vermelding[];
  /** When the page was last looked at. */
  gezien: number;
};
const EINDE_MS = 30 * 60_000;

export const groepSleutel = ({ onderwerp, titel }: Groep) => onderwerp?.id ?? titel;

const nieuwste = <E extends { id: string; tijdstip: string }>(nieuw: E[], oud: E[]): E[] => {
  const bekend = new Set(nieuw.map(({ id }) => id));
  return [...nieuw, ...oud.filter(({ id }) => !bekend.has(id))].sort((a, b) =>
    b.tijdstip.localeCompare(a.tijdstip),
  );
};

export function voegSamen(oud: Groep[], nieuw: Groep[]): Groep[] {
  const perSleutel = new Map(oud.map((groep) => [groepSleutel(groep), groep]));
  const samen = nieuw.map((groep) => {
    const eerder = perSleutel.get(groepSleutel(groep));
    if (!eerder) return groep;
    const bekend = new Set(eerder.gebeurtenissen.map(({ id }) => id));
    const erbij = groep.gebeurtenissen.filter(({ id }) => !bekend.has(id)).length;
    return {
      ...groep,
      // After marking, the hub counts only what came since; before it, all.
      aantal: Math.max(groep.aantal, eerder.aantal + erbij),
      gebeurtenissen: nieuwste(groep.gebeurtenissen, eerder.gebeurtenissen),
    };
  });
  const genoemd = new Set(nieuw.map(groepSleutel));
  return [...samen, ...oud.filter((groep) => !genoemd.has(groepSleutel(groep)))];
}

/** The visit after reading the hub's answer; a new one when the page was long out of sight. */
export function neemOp(bezoek: Bezoek | undefined, vandaag: Vandaag, nu: number): Bezoek {
  const { vorigBezoek, gewijzigd, vermeldingen } = vandaag;
  if (!bezoek || nu - bezoek.gezien > EINDE_MS)
    return { sinds: vorigBezoek ?? null, groepen: gewijzigd, vermeldingen, gezien: nu };
  return {
    sinds: bezoek.sinds,
    groepen: voegSamen(bezoek.groepen, gewijzigd),
    vermeldingen: nieuwste(vermeldingen, bezoek.vermeldingen),
    gezien: nu,
  };
}

export const bezoek = maakWinkel<Bezoek | undefined>(undefined);
