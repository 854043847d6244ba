import type { Bekostigingsvorm, Contractvorm, WijzigContractInput } from "~/graphql/gen/graphql";
import { maakWinkel } from "~/lib/winkel";
import type { Contract } from "../contract";

export type Optie = { maanden: string; uiterlijk: string; gelicht: boolean };
export type Beletsel = { tekst: string; tot: string };
export type Doel = { naam: string; gereed: string; bron: string; notitie: string };
export type Kpi = {
  naam: string;
  streefwaarde: string;
  eenheid: string;
  meetwaarde: string;
  gemetenOp: string;
  bron: string;
  notitie: string;
};
export type PerGemeente = {
  gemeente: string;
  bekostiging: Bekostigingsvorm[];
  van: string;
  tot: string;
  toelichting: string;
  bron: string;
};

const tekst = (waarde: string | null | undefined) => waarde ?? "";

/** What stands in the fields: an empty one is unknown. */
export function waardenVan(een: Contract) {
  return {
    nummer: een.nummer,
    naam: een.naam,
    domein: een.domein.id,
    bovenliggend: een.bovenliggend?.id ?? null,
    segment: tekst(een.segment),
    omschrijving: een.omschrijving,
    gemeenten: een.gemeenten.map(({ id }) => id),
    bekostiging: [...een.bekostiging],
    vorm: (een.vorm ?? null) as Contractvorm | null,
    ingang: tekst(een.ingang),
    einde: tekst(een.einde),
    optiesBekend: !!een.opties,
    opties: (een.opties ?? []).map(({ maanden, uiterlijk, gelicht }): Optie => ({
      maanden: String(maanden),
      uiterlijk: tekst(uiterlijk),
      gelicht,
    })),
    opzegtermijn: een.opzegtermijn === null || een.opzegtermijn === undefined ? "" : String(een.opzegtermijn),
    tussentijds:
      een.tussentijds === null || een.tussentijds === undefined ? null : een.tussentijds ? "ja" : "nee",
    beletsels: een.beletsels.map((beletsel): Beletsel => ({
      tekst: beletsel.tekst,
      tot: tekst(beletsel.tot),
    })),
    aantalAanbieders: een.aantalAanbieders?.toString() ?? "",
    externNummer: tekst(een.externNummer),
    externAdres: tekst(een.externAdres),
    doelen: een.doelen.map((doel): Doel => ({
      naam: doel.naam,
      gereed: tekst(doel.gereed),
      bron: tekst(doel.bron),
      notitie: tekst(doel.notitie),
    })),
    kpis: een.kpis.map((kpi): Kpi => ({
      naam: kpi.naam,
      streefwaarde: tekst(kpi.streefwaarde),
      eenheid: tekst(kpi.eenheid),
      meetwaarde: tekst(kpi.meetwaarde),
      gemetenOp: tekst(kpi.gemetenOp),
      bron: tekst(kpi.bron),
      notitie: tekst(kpi.notitie),
    })),
    perGemeente: een.perGemeente.map((deel): PerGemeente => ({
      gemeente: deel.gemeente.id,
      bekostiging: [...deel.bekostiging],
      van: tekst(deel.van),
      tot: tekst(deel.tot),
      toelichting: deel.toelichting,
      bron: tekst(deel.bron),
    })),
  };
}

export type Waarden = ReturnType<typeof waardenVan>;
export type Concept = { versie: number; begin: Waarden; mijn: Partial<Waarden> };

export const concepten = maakWinkel<Record<string, Concept>>({});
export const zetConcept = (id: string, concept: Concept) =>
  concepten.zet((alle) => ({ ...alle, [id]: concept }));
export const wisConcept = (id: string) =>
  concepten.zet((alle) => Object.fromEntries(Object.entries(alle).filter(([sleutel]) => sleutel !== id)));

const zelfde = (een: unknown, ander: unknown) => JSON.stringify(een) === JSON.stringify(ander);

/** The fields I typed in that someone else changed since I began. */
export const botsende = ({ begin, mijn }: Concept, nu: Waarden): (keyof Waarden)[] =>
  (Object.keys(mijn) as (keyof Waarden)[]).filter(
    (veld) => !zelfde(begin[veld], nu[veld]) && !zelfde(mijn[veld], nu[veld]),
  );

/** A whole number, or what is wrong with it. */
export function getalVan(invoer: string): number | null | undefined {
  const kaal = invoer.trim();
  if (!kaal) return null;
  return /^\d{1,6}$/.test(kaal) ? Number(kaal) : undefined;
}
const ofNull = (invoer: string) => invoer.trim() || null;

type Velden = Omit<WijzigContractInput, "clientMutatieId" | "id" | "verwachteVersie">;

/** Only what was typed in goes along. */
export function invoerVan(mijn: Partial<Waarden>): Velden {
  const velden: NonNullable<WijzigContractInput["velden"]> = {};
  const uit: Velden = { velden };
  if (mijn.nummer !== undefined) uit.nummer = mijn.nummer;
  if (mijn.naam !== undefined) uit.naam = mijn.naam;
  if (mijn.domein !== undefined) uit.domein = mijn.domein;
  if (mijn.bovenliggend !== undefined) velden.bovenliggend = mijn.bovenliggend;
  for (const veld of ["segment", "ingang", "einde", "externNummer", "externAdres"] as const)
    if (mijn[veld] !== undefined) velden[veld] = ofNull(mijn[veld]);
  if (mijn.omschrijving !== undefined) velden.omschrijving = mijn.omschrijving;
  if (mijn.gemeenten !== undefined) velden.gemeenten = mijn.gemeenten;
  if (mijn.bekostiging !== undefined) velden.bekostiging = mijn.bekostiging;
  if (mijn.vorm !== undefined) velden.vorm = mijn.vorm;
  if (mijn.opzegtermijn !== undefined) velden.opzegtermijn = getalVan(mijn.opzegtermijn) ?? null;
  if (mijn.aantalAanbieders !== undefined) velden.aantalAanbieders = getalVan(mijn.aantalAanbieders) ?? null;
  if (mijn.tussentijds !== undefined)
    velden.tussentijds = mijn.tussentijds === null ? null : mijn.tussentijds === "ja";
  if (mijn.opties !== undefined || mijn.optiesBekend !== undefined)
    velden.opties = mijn.optiesBekend
      ? (mijn.opties ?? []).map(({ maanden, uiterlijk, gelicht }) => ({
          maanden: getalVan(maanden) ?? 0,
          uiterlijk: ofNull(uiterlijk),
          gelicht,
        }))
      : null;
  if (mijn.beletsels !== undefined)
    velden.beletsels = mijn.beletsels.map(({ tekst: wat, tot }) => ({ tekst: wat, tot: ofNull(tot) }));
  if (mijn.doelen !== undefined)
    velden.doelen = mijn.doelen.map((doel) => ({
      naam: doel.naam,
      gereed: ofNull(doel.gereed),
      bron: ofNull(doel.bron),
      notitie: ofNull(doel.notitie),
    }));
  if (mijn.kpis !== undefined)
    velden.kpis = mijn.kpis.map((kpi) => ({
      naam: kpi.naam,
      streefwaarde: ofNull(kpi.streefwaarde),
      eenheid: ofNull(kpi.eenheid),
      meetwaarde: ofNull(kpi.meetwaarde),
      gemetenOp: ofNull(kpi.gemetenOp),
      bron: ofNull(kpi.bron),
      notitie: ofNull(kpi.notitie),
    }));
  if (mijn.perGemeente !== undefined)
    velden.perGemeente = mijn.perGemeente.map((deel) => ({
      gemeente: deel.gemeente,
      bekostiging: deel.bekostiging,
      van: ofNull(deel.van),
      tot: ofNull(deel.tot),
      toelichting: deel.toelichting,
      bron: ofNull(deel.bron),
    }));
  return uit;
}
