import type { BordGegevens } from "./useBord";
import type { Kaart, Kolommen } from "./volgorde";

/** Where a card can go without a mouse. */
export type Stap =
  { naar: "kolom"; kolom: string } | { naar: "boven" | "onder" | "omhoog" | "omlaag" | "links" | "rechts" };

export const alsId = (stap: Stap) => (stap.naar === "kolom" ? `kolom:${stap.kolom}` : stap.naar);
export const vanId = (id: string): Stap =>
  id.startsWith("kolom:") ? { naar: "kolom", kolom: id.slice(6) } : ({ naar: id } as Stap);

/** With Shift: a letter key would be in the way of what one types. */
export const TOETS: Record<string, Stap> = {
  ArrowUp: { naar: "omhoog" },
  ArrowDown: { naar: "omlaag" },
  ArrowLeft: { naar: "links" },
  ArrowRight: { naar: "rechts" },
};

/** The column and the card above it after this step; nothing when the card is already there. */
export function doelVan(
  stap: Stap,
  taak: Kaart,
  kolommen: Kolommen,
  volgorde: BordGegevens["kolommen"],
): { kolom: string; na: string | null } | null {
  const hier = taak.kolom.id;
  const onderaan = (kolom: string) => ({
    kolom,
    na: (kolommen.get(kolom) ?? []).filter(({ id }) => id !== taak.id).at(-1)?.id ?? null,
  });
  const lijst = kolommen.get(hier) ?? [];
  const plek = lijst.findIndex(({ id }) => id === taak.id);
  const nummer = volgorde.findIndex(({ id }) => id === hier);
  switch (stap.naar) {
    case "kolom":
      return onderaan(stap.kolom);
    case "boven":
      return plek > 0 ? { kolom: hier, na: null } : null;
    case "onder":
      return plek < lijst.length - 1 ? onderaan(hier) : null;
    case "omhoog":
      return plek > 0 ? { kolom: hier, na: lijst[plek - 2]?.id ?? null } : null;
    case "omlaag":
      return plek < lijst.length - 1 ? { kolom: hier, na: lijst[plek + 1]!.id } : null;
    case "links":
      return nummer > 0 ? onderaan(volgorde[nummer - 1]!.id) : null;
    case "rechts":
      return nummer < volgorde.length - 1 ? onderaan(volgorde[nummer + 1]!.id) : null;
  }
}
