import type { BesluitcelStatus, Hoedanigheid } from "~/graphql/gen/graphql";
import { maakWinkel } from "~/lib/winkel";
import type { Cel, Stap } from "./besluit";
import { metDatum } from "./woorden";

/** What of a cell is filled in, in one form. */
export type Waarden = {
  status: BesluitcelStatus;
  datum: string;
  ontvangenOp: string;
  verlenging: string;
  gremium: string | null;
  hoedanigheid: Hoedanigheid | null;
  document: string;
  notitie: string;
};
export const VELDEN = [
  "status",
  "datum",
  "ontvangenOp",
  "verlenging",
  "gremium",
  "hoedanigheid",
  "document",
  "notitie",
];

/** What I am changing, and the version I began with. */
export type Concept = { versie: number; mijn: Partial<Waarden> };

/** What was typed and not saved, per cell: closing the panel throws nothing away. */
export const concepten = maakWinkel<Readonly<Record<string, Concept>>>({});
export const zetConcept = (cel: string, concept: Concept) =>
  concepten.zet((oud) => ({ ...oud, [cel]: concept }));
export const wisConcept = (cel: string) =>
  concepten.zet((oud) => Object.fromEntries(Object.entries(oud).filter(([id]) => id !== cel)));

export const waardenVan = (cel: Cel): Waarden => ({
  status: cel.status,
  datum: cel.datum ?? "",
  ontvangenOp: cel.ontvangenOp ?? "",
  verlenging: cel.verlenging ? String(cel.verlenging.waarde) : "",
  gremium: cel.gremium.id,
  hoedanigheid: cel.hoedanigheid ?? null,
  document: cel.document ?? "",
  notitie: cel.notitie,
});

/** As the hub wants it: what does not belong to the status goes. */
export function invoerVan(waarden: Waarden, stap: Stap) {
  const eenheid = stap.termijn?.duur.eenheid;
  const verlenging = waarden.verlenging.trim();
  return {
    status: waarden.status,
    datum: metDatum(waarden.status) ? waarden.datum || null : null,
    ontvangenOp: stap.termijn ? waarden.ontvangenOp || null : null,
    // What is no number becomes 0, and the hub says what is wrong with it.
    verlenging:
      eenheid && verlenging
        ? { waarde: /^\d{1,4}$/.test(verlenging) ? Number(verlenging) : 0, eenheid }
        : null,
    gremium: waarden.gremium,
    hoedanigheid: waarden.hoedanigheid,
    document: waarden.document || null,
    notitie: waarden.notitie,
  };
}
