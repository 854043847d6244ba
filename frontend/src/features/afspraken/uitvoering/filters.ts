import type { UitvoeringPerGemeenteQuery } from "~/graphql/gen/graphql";
import { komtVoor } from "~/lib/zoek";
import { REGIOS, regioSleutel } from "~/ui/Regiolabel";

export type Matrix = Pick<UitvoeringPerGemeenteQuery, "afspraken" | "gemeenten">;
export type Rij = Matrix["afspraken"][number];
export type Gemeente = Matrix["gemeenten"][number];

export const FILTERS = ["zoek", "status", "toon", "regio"] as const;
export type Filters = Record<(typeof FILTERS)[number], string>;

export const streekVan = ({ regio, subregio }: Gemeente) => regioSleutel((subregio ?? regio).sleutel);
const VOORBIJ = ["VERVALLEN", "VERVANGEN"];
/** So few that they can be called one by one. */
const WEINIG = 2;

/** The agreements and gemeenten that stay with these filters; the gemeenten in the order of their regions. */
export function zichtbaar({ afspraken, gemeenten }: Matrix, filters: Filters) {
  const plek = (gemeente: Gemeente) => REGIOS.indexOf(streekVan(gemeente) ?? "noord");
  const kolommen = gemeenten
    .filter((gemeente) => !filters.regio || streekVan(gemeente) === filters.regio)
    .sort((a, b) => plek(a) - plek(b) || a.naam.localeCompare(b.naam, "nl"));
  const getoond = new Set(kolommen.map(({ id }) => id));
  const rijen = afspraken.filter(({ naam, fase, regionaal, uitvoering }) => {
    if (VOORBIJ.includes(fase) || !komtVoor(filters.zoek, naam)) return false;
    const cellen = uitvoering.filter(({ gemeente }) => getoond.has(gemeente.id));
    if (cellen.length === 0) return false;
    if (filters.status && !cellen.some(({ status }) => status === filters.status)) return false;
    if (filters.toon === "open" && ["GEREED", "NIET_VAN_TOEPASSING"].includes(regionaal.status)) return false;
    if (filters.toon === "bijna") {
      const mist = regionaal.ontbreekt.length;
      return regionaal.gereed > 0 && mist > 0 && mist <= WEINIG;
    }
    return filters.toon !== "mijn" || cellen.some(({ magInvullen }) => magInvullen);
  });
  return { afspraken: rijen, gemeenten: kolommen };
}
