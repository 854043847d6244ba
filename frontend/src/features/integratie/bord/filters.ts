import { komtVoor } from "~/lib/zoek";
import type { Kaart } from "./volgorde";

export const FILTERS = ["eigenaar", "functie", "gemeente", "kolomsoort", "mij", "laat", "zoek"] as const;
export type Filters = Record<(typeof FILTERS)[number], string>;
/** The value of `eigenaar` and `functie` for tasks that have none. */
export const GEEN = "geen";

export const isTeLaat = (taak: Kaart, gereed: ReadonlySet<string>, vandaag: string) =>
  !!taak.vervaldatum && taak.vervaldatum < vandaag && !gereed.has(taak.kolom.id);

/** Everyone who has one of these tasks, by name. */
export function eigenarenVan(taken: readonly Kaart[]) {
  const alle = new Map(taken.flatMap(({ eigenaar }) => (eigenaar ? [[eigenaar.id, eigenaar]] : [])));
  return [...alle.values()].sort((a, b) => a.naam.localeCompare(b.naam, "nl"));
}

type Omstandigheden = { ik: string; gereed: ReadonlySet<string>; vandaag: string };

/** A test for one card; filters that are off cost nothing. */
export function maakFilter(filters: Filters, { ik, gereed, vandaag }: Omstandigheden) {
  const { eigenaar, functie, gemeente, mij, laat, zoek } = filters;
  const is = (gekozen: string, id: string | undefined) => (id ?? GEEN) === gekozen;
  const eisen: ((taak: Kaart) => boolean)[] = [];
  if (eigenaar) eisen.push((taak) => is(eigenaar, taak.eigenaar?.id));
  if (functie) eisen.push((taak) => is(functie, taak.functie?.id));
  if (gemeente) eisen.push((taak) => taak.gemeenten.some(({ id }) => id === gemeente));
  if (mij) eisen.push((taak) => taak.eigenaar?.id === ik);
  if (laat) eisen.push((taak) => isTeLaat(taak, gereed, vandaag));
  if (zoek.trim()) {
    eisen.push((taak) =>
      komtVoor(
        zoek,
        `#${taak.nummer}`,
        taak.titel,
        taak.functie?.naam,
        taak.eigenaar?.naam,
        ...taak.gemeenten.map(({ naam }) => naam),
      ),
    );
  }
  return (taak: Kaart) => eisen.every((eis) => eis(taak));
}
