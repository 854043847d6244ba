import type {
  BesluitstapSoort,
  StapInhoudInput,
  TermijnBegin,
  TermijnEenheid,
  TermijnGrondslag,
  TermijnSoort,
} from "~/graphql/gen/graphql";
import type { Stap } from "./besluit";

// What a step of a decision is, as a form holds it.

type Keuzes<T extends string> = { id: T; naam: string }[];
export const SOORTEN: Keuzes<BesluitstapSoort> = [
  { id: "INFORMATIE", naam: "De raad wordt geïnformeerd" },
  { id: "ZIENSWIJZE", naam: "De raad kan een zienswijze geven" },
  { id: "TOESTEMMING", naam: "De raad geeft toestemming" },
  { id: "COLLEGEBESLUIT", naam: "Het college of een bestuur besluit" },
  { id: "BEKENDMAKING", naam: "Het besluit wordt bekendgemaakt" },
];
export const TERMIJNEN: Keuzes<TermijnSoort> = [
  { id: "WETTELIJK", naam: "Zo lang als de wet zegt" },
  { id: "AFGESPROKEN", naam: "Zo lang als wij afspraken" },
];
export const EENHEDEN: Keuzes<TermijnEenheid> = [
  { id: "DAGEN", naam: "dagen" },
  { id: "WEKEN", naam: "weken" },
  { id: "MAANDEN", naam: "maanden" },
];
export const GRONDSLAGEN: Keuzes<TermijnGrondslag> = [
  { id: "WGR_ZIENSWIJZE", naam: "Zienswijze: Wgr art. 1 lid 3, minstens 8 weken" },
  { id: "WGR_TOESTEMMING", naam: "Toestemming: Wgr art. 1 lid 4 en 5" },
];
export const BEGINNEN: Keuzes<TermijnBegin> = [
  { id: "ONTVANGST_RAAD", naam: "De raad ontvangt het ontwerp" },
  { id: "VERZENDING", naam: "Het stuk is verzonden" },
  { id: "BESLUIT", naam: "Een besluit is genomen" },
  { id: "VERGADERING", naam: "Een vergadering" },
];

export const LEEG: StapInhoudInput = {
  naam: "",
  soort: "ZIENSWIJZE",
  gremium: "",
  hoedanigheid: null,
  termijn: null,
  mijlpaal: null,
};

export function inhoudVan({ naam, soort, gremium, hoedanigheid, termijn, mijlpaal }: Stap): StapInhoudInput {
  return {
    naam,
    soort,
    gremium: gremium.id,
    hoedanigheid: hoedanigheid ?? null,
    termijn: termijn
      ? {
          duur: { waarde: termijn.duur.waarde, eenheid: termijn.duur.eenheid },
          soort: termijn.soort,
          grondslag: termijn.grondslag ?? null,
          begin: termijn.begin,
          richting: termijn.richting,
        }
      : null,
    mijlpaal: mijlpaal?.id ?? null,
  };
}

/** What a form can say before it asks the hub. */
export const mist = ({ gremium }: StapInhoudInput) =>
  gremium ? {} : ({ gremium: "Kies wie de stap zet." } as Record<string, string>);

export const gelijk = (een: StapInhoudInput, ander: StapInhoudInput) =>
  JSON.stringify(een) === JSON.stringify(ander);
