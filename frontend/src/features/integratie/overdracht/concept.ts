import type { Personeelsstap } from "~/graphql/gen/graphql";
import { maakWinkel } from "~/lib/winkel";
import { fteInvoer, type Cel } from "./overdracht";

/** What of a cell is filled in, in one form. */
export type Waarden = {
  uitvoerder: string;
  fte: string;
  middel: string;
  wens: string;
  wensFte: string;
  medewerkers: string;
  personeelsstap: Personeelsstap;
  bron: string;
  peildatum: string;
  zeker: boolean;
};
export const VELDEN = [
  "uitvoerder",
  "fte",
  "middel",
  "wens",
  "wensFte",
  "medewerkers",
  "personeelsstap",
  "bron",
  "peildatum",
  "zeker",
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
  uitvoerder: cel.uitvoerder ?? "",
  fte: fteInvoer(cel.fte),
  middel: cel.middel ?? "",
  wens: cel.wens ?? "",
  wensFte: fteInvoer(cel.wensFte),
  medewerkers: cel.medewerkers?.toString() ?? "",
  personeelsstap: cel.personeelsstap,
  bron: cel.bron ?? "",
  peildatum: cel.peildatum ?? "",
  zeker: cel.zeker,
});
