import type { BijdrageQuery, BijdrageTellingFragment, Bijdragesoort } from "~/graphql/gen/graphql";
import { csvTekst } from "~/lib/csv";

export type Bijdrage = BijdrageQuery["bijdrage"];
export type Maat = Bijdrage["maten"][number];
export type Telling = BijdrageTellingFragment;
/** A line of the table of one measure. */
export type Rij = { sleutel: string; naam: string; telling: Telling };

type Woorden = {
  naam: string;
  gehaald: string;
  teLaat?: string;
  niet?: string;
  onbekend?: string;
  inwoners?: string;
};
/** How each measure and its columns are called; what has no name says nothing there. */
export const WOORDEN: Record<Bijdragesoort, Woorden> = {
  DEELNAME: { naam: "Deelname aan sessies", gehaald: "Deed mee" },
  ANTWOORD: {
    naam: "Antwoord op tijd",
    gehaald: "Op tijd",
    teLaat: "Te laat",
    niet: "Nog open",
    onbekend: "Onbekend",
  },
  ONDERTEKENING: {
    naam: "Ondertekend op tijd",
    gehaald: "Op tijd",
    teLaat: "Te laat",
    niet: "Niet getekend",
    onbekend: "Opnieuw getekend",
  },
  TAKEN: { naam: "Taken op tijd", gehaald: "Op tijd", teLaat: "Te laat", niet: "Nog open" },
  WERK: { naam: "Trekt het werk", gehaald: "Trekt", inwoners: "Aandeel inwoners" },
};

export const procentTekst = (procent: number | null | undefined): string =>
  procent === null || procent === undefined ? "–" : `${Math.round(procent)}%`;

/** The chosen gemeente first, then the regions, then all together. */
export function rijenVan(maat: Maat, { gemeente }: Pick<Bijdrage, "gemeente">): Rij[] {
  const eigen = gemeente?.maten.find(({ soort }) => soort === maat.soort);
  return [
    ...(gemeente && eigen
      ? [{ sleutel: gemeente.gemeente.id, naam: gemeente.gemeente.naam, telling: eigen.telling }]
      : []),
    ...maat.regios.map(({ regio, telling }) => ({ sleutel: regio.id, naam: regio.naam, telling })),
    { sleutel: "alle", naam: "Alle gemeenten", telling: maat.alle },
  ];
}

/** Is there anything to show but how it would be counted? */
export const isLeeg = ({ alle }: Maat): boolean => alle.totaal + alle.onbekend === 0;

const KOLOMMEN = [
  "Bijdrage",
  "Periode",
  "Wie",
  "Gehaald",
  "Van",
  "Procent",
  "Te laat",
  "Niet gedaan",
  "Onbekend",
  "Procent van de inwoners",
];

/** What the page shows, with a line per quarter and region; without something to count the share stays empty. */
export function alsCsv(bijdrage: Bijdrage): string {
  const { van, tot, maten } = bijdrage;
  const een = (getal: number | null | undefined) =>
    getal === null || getal === undefined ? null : Math.round(getal * 10) / 10;
  const regel = (maat: Maat, periode: string, wie: string, telling: Telling) => {
    const woorden = WOORDEN[maat.soort];
    return [
      woorden.naam,
      periode,
      wie,
      telling.gehaald,
      telling.totaal,
      // A decimal point would be read as a thousand in a Dutch sheet.
      een(telling.procent)?.toString().replace(".", ","),
      woorden.teLaat ? telling.teLaat : null,
      telling.niet,
      woorden.onbekend ? telling.onbekend : null,
      een(telling.inwonersdeel)?.toString().replace(".", ","),
    ];
  };
  const rijen = maten.flatMap((maat) => [
    ...rijenVan(maat, bijdrage).map(({ naam, telling }) =>
      regel(maat, maat.soort === "WERK" ? "vandaag" : `${van} tot en met ${tot}`, naam, telling),
    ),
    ...maat.verloop.flatMap(({ naam, regios }) =>
      regios.map(({ regio, telling }) => regel(maat, naam, regio.naam, telling)),
    ),
  ]);
  return csvTekst([KOLOMMEN, ...rijen]);
}
