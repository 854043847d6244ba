import { komtVoor } from "~/lib/zoek";
import { SIGNAAL, vormenTekst, type Regel } from "../contract";

export const FILTERS = ["zoek", "domein", "schaal", "bekostiging", "toon"] as const;
export type Filters = Record<(typeof FILTERS)[number], string>;

/** The contracts that stay with these filters. */
export function zichtbaar(contracten: readonly Regel[], filters: Filters): Regel[] {
  return contracten.filter((een) => {
    if (filters.domein && een.domein.id !== filters.domein) return false;
    if (filters.schaal && String(een.gemeenten.length) !== filters.schaal) return false;
    if (filters.bekostiging && !een.bekostiging.some((vorm) => vorm === filters.bekostiging)) return false;
    if (filters.toon === "signaal" && een.signalen.length === 0) return false;
    if (filters.toon === "einde" && een.laatsteDag) return false;
    if (filters.toon === "verschil" && een.perGemeente.length === 0) return false;
    const signalen = een.signalen.map(({ soort }) => SIGNAAL[soort]).join(" ");
    return komtVoor(
      filters.zoek,
      een.nummer,
      een.naam,
      een.externNummer,
      vormenTekst(een.bekostiging),
      signalen,
    );
  });
}
