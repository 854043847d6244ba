import { regioSleutel } from "~/ui/Regiolabel";
import type { Kaart, Kolommen } from "./volgorde";

export const BANEN = ["geen", "functie", "gemeente", "regio"] as const;
export type Banen = (typeof BANEN)[number];
export const BANEN_NAAM: Record<Banen, string> = {
  geen: "geen",
  functie: "functie",
  gemeente: "gemeente",
  regio: "regio",
};
export const isBanen = (tekst: string): tekst is Banen => (BANEN as readonly string[]).includes(tekst);

type Functie = { id: string; naam: string; nuInModule1?: boolean | null };
/** A lane: the cards of one functie, gemeente or region, per column. Each card lies in exactly one lane. */
export type Baan = {
  id: string;
  naam: string;
  uitleg?: string;
  aantal: number;
  cellen: ReadonlyMap<string, readonly Kaart[]>;
};
type Plek = { id: string; naam: string; rang: number; uitleg?: string };

const LAATST = 1_000_000;
const REGIO = {
  noord: { naam: "Noord-Limburg", rang: 0 },
  mlo: { naam: "Midden-Limburg Oost", rang: 1 },
  mlw: { naam: "Midden-Limburg West", rang: 2 },
} as const;
const GEHEEL: Plek = { id: "geheel", naam: "Het geheel", rang: LAATST, uitleg: "zonder gemeente" };

function plekVan(taak: Kaart, banen: Banen, functies: readonly Functie[]): Plek {
  if (banen === "geen") return { id: "alles", naam: "", rang: 0 };
  if (banen === "functie") {
    if (!taak.functie) return { id: "zonder", naam: "Zonder functie", rang: LAATST };
    const rang = functies.findIndex(({ id }) => id === taak.functie!.id);
    const nu = functies[rang]?.nuInModule1;
    const uitleg = nu === true ? "nu in module 1" : nu === false ? "nieuw in module 1" : undefined;
    return { id: taak.functie.id, naam: taak.functie.naam, rang: rang === -1 ? LAATST - 1 : rang, uitleg };
  }
  if (taak.gemeenten.length === 0) return GEHEEL;
  if (banen === "gemeente") {
    const [eerste, ...rest] = taak.gemeenten;
    if (rest.length > 0) return { id: "meer", naam: "Meer dan één gemeente", rang: -1 };
    return { id: eerste!.id, naam: eerste!.naam, rang: 0 };
  }
  const sleutels = [...new Set(taak.regios.map(({ sleutel }) => regioSleutel(sleutel)))];
  if (sleutels.length !== 1 || !sleutels[0]) return { id: "meer", naam: "Meer dan één regio", rang: -1 };
  return { id: sleutels[0], ...REGIO[sleutels[0]] };
}

/** Divides what is shown over lanes. Lanes without cards are left out; without lanes there is one, also when empty. */
export function verdeel(
  kolommen: Kolommen,
  volgorde: readonly string[],
  banen: Banen,
  functies: readonly Functie[],
): Baan[] {
  const gevonden = new Map<string, { plek: Plek; aantal: number; cellen: Map<string, Kaart[]> }>();
  for (const kolom of volgorde) {
    for (const taak of kolommen.get(kolom) ?? []) {
      const plek = plekVan(taak, banen, functies);
      const baan = gevonden.get(plek.id) ?? { plek, aantal: 0, cellen: new Map<string, Kaart[]>() };
      gevonden.set(plek.id, baan);
      baan.aantal += 1;
      const cel = baan.cellen.get(kolom);
      if (cel) cel.push(taak);
      else baan.cellen.set(kolom, [taak]);
    }
  }
  if (gevonden.size === 0) return [{ id: "alles", naam: "", aantal: 0, cellen: new Map() }];
  return [...gevonden.values()]
    .sort((a, b) => a.plek.rang - b.plek.rang || a.plek.naam.localeCompare(b.plek.naam, "nl"))
    .map(({ plek: { id, naam, uitleg }, aantal, cellen }) => ({ id, naam, uitleg, aantal, cellen }));
}
