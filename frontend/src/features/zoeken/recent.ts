import type { Zoeksoort } from "~/graphql/gen/graphql";

export type Recent = { soort: Zoeksoort | "PAGINA"; titel: string; adres: string };

const HOOGSTENS = 8;
const sleutel = (persoon: string) => `samenspel.gezocht.${persoon}`;

/** What this person went to last on this computer, newest first. */
export function leesRecent(persoon: string): Recent[] {
  try {
    const gelezen: unknown = JSON.parse(localStorage.getItem(sleutel(persoon)) ?? "[]");
    return Array.isArray(gelezen) ? (gelezen as Recent[]) : [];
  } catch {
    return [];
  }
}

export function onthoud(persoon: string, nieuw: Recent): void {
  const ander = leesRecent(persoon).filter(({ adres }) => adres !== nieuw.adres);
  try {
    localStorage.setItem(sleutel(persoon), JSON.stringify([nieuw, ...ander].slice(0, HOOGSTENS)));
  } catch {
    // Full or forbidden: then nothing is remembered, and nothing is lost.
  }
}
