import { regioSleutel } from "~/ui/Regiolabel";
import type { Besluit, Cel, Gemeente } from "./besluit";

export const FILTERS = ["toon", "regio"] as const;
export type Filters = Record<(typeof FILTERS)[number], string>;

export const streekVan = ({ regio, subregio }: Gemeente) => regioSleutel((subregio ?? regio).sleutel);

const BINNEN = ["GEDAAN", "GEEN_ZIENSWIJZE"];
/** Is there something to do for this gemeente, or did it go wrong? */
const OPVALLEND: Record<string, (cel: Cel, stap: number, eerste: number) => boolean> = {
  // The first step that is not complete is the one people wait for.
  open: (cel, stap, eerste) => stap === eerste && !BINNEN.includes(cel.status),
  laat: (cel) => cel.stand === "TE_LAAT" || cel.stand === "VERLOPEN" || cel.stand === "GEWEIGERD",
  mijn: (cel) => cel.magInvullen,
};

/** The gemeenten that stay with these filters. */
export function zichtbaar({ gemeenten, cellen, stappen }: Besluit, filters: Filters): Gemeente[] {
  const past = OPVALLEND[filters.toon];
  const eerste = stappen.findIndex(({ regionaal }) => !regionaal.voldaan);
  const plek = new Map(stappen.map(({ id }, i) => [id, i]));
  return gemeenten.filter((gemeente) => {
    if (filters.regio && streekVan(gemeente) !== filters.regio) return false;
    if (!past) return true;
    const eigen = cellen.filter((cel) => cel.gemeente.id === gemeente.id);
    return eigen.some((cel) => past(cel, plek.get(cel.stap.id) ?? -1, eerste));
  });
}

/** Cells by gemeente and step. */
export function perPlek(cellen: readonly Cel[]): ReadonlyMap<string, Cel> {
  return new Map(cellen.map((cel) => [`${cel.gemeente.id} ${cel.stap.id}`, cel]));
}
