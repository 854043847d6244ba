import { komtVoor } from "~/lib/zoek";
import type { Regel } from "../afspraak";

export const FILTERS = ["zoek", "fase", "partij", "domein", "gemeente", "toon"] as const;
export type Filters = Record<(typeof FILTERS)[number], string>;
const VOORBIJ = ["VERVALLEN", "VERVANGEN"];

/** The agreements that stay with these filters; what is over shows only when one asks for it. */
export function zichtbaar(afspraken: readonly Regel[], filters: Filters, ik: string): Regel[] {
  return afspraken.filter((een) => {
    if (filters.fase ? een.fase !== filters.fase : VOORBIJ.includes(een.fase)) return false;
    if (filters.partij && !een.partijen.some((partij) => partij === filters.partij)) return false;
    if (filters.domein && !een.domeinen.some(({ id }) => id === filters.domein)) return false;
    if (filters.gemeente && !een.gemeenten.some(({ id }) => id === filters.gemeente)) return false;
    if (filters.toon === "mijn" && een.eigenaar?.id !== ik) return false;
    if (filters.toon === "herzien" && !een.teHerzien && !een.verlopen) return false;
    if (filters.toon === "eigenaar" && een.eigenaar) return false;
    return komtVoor(filters.zoek, een.naam, een.omschrijving, een.soort, een.eigenaar?.naam);
  });
}
