import { maakWinkel, useWinkel } from "~/lib/winkel";
import type { WijzigAfspraakInput } from "~/graphql/gen/graphql";
import type { Afspraak } from "../afspraak";

export const waardenVan = (afspraak: Afspraak) => ({
  naam: afspraak.naam,
  omschrijving: afspraak.omschrijving,
  soort: afspraak.soort,
  partijen: afspraak.partijen,
  domeinen: afspraak.domeinen.map(({ id }) => id),
  gemeenten: afspraak.gemeenten.map(({ id }) => id),
  uitkomsten: afspraak.uitkomsten.map(({ id }) => id),
  wachtOp: afspraak.wachtOp.map(({ id }) => id),
  verwant: afspraak.verwant.map(({ id }) => id),
  eigenaar: afspraak.eigenaar?.id ?? null,
  herzienOp: afspraak.herzienOp ?? "",
  geldigTot: afspraak.geldigTot ?? "",
  grondslag: afspraak.grondslag,
  stuk: afspraak.stuk?.titel ?? "",
  stukGremium: afspraak.stuk?.gremium?.id ?? null,
  stukDatum: afspraak.stuk?.datum ?? "",
  stukAdres: afspraak.stuk?.adres ?? "",
});
export type Waarden = ReturnType<typeof waardenVan>;
type Veld = keyof Waarden;
/** What I am changing, the version I began with, and what stood there then. */
export type Concept = { versie: number; begin: Waarden; mijn: Partial<Waarden> };

export const VELDNAAM: Record<Veld, string> = {
  naam: "Naam",
  omschrijving: "Wat we afspreken",
  soort: "Soort",
  partijen: "Partijen",
  domeinen: "Domeinen",
  gemeenten: "Gemeenten",
  uitkomsten: "Uitkomsten",
  wachtOp: "Wacht op",
  verwant: "Hangt samen met",
  eigenaar: "Eigenaar",
  herzienOp: "Herzien op",
  geldigTot: "Geldig tot en met",
  grondslag: "Grondslag",
  stuk: "Stuk",
  stukGremium: "Van wie het stuk is",
  stukDatum: "Datum van het stuk",
  stukAdres: "Adres van het stuk",
};

/** The fields in which a colleague changed what I am changing too. Others do not clash. */
export function botsende({ versie, begin, mijn }: Concept, afspraak: Afspraak): Veld[] {
  if (afspraak.versie <= versie) return [];
  const nu = waardenVan(afspraak);
  const anders = (veld: Veld) => JSON.stringify(nu[veld]) !== JSON.stringify(begin[veld]);
  return (Object.keys(mijn) as Veld[]).filter(anders);
}

/** As the hub wants it: what was typed, and nothing else. An empty day or paper is none. */
export function invoerVan(
  mijn: Partial<Waarden>,
  alle: Waarden,
): Omit<WijzigAfspraakInput, "clientMutatieId" | "id" | "verwachteVersie"> {
  const { stuk, stukGremium, stukDatum, stukAdres, herzienOp, geldigTot, ...rest } = mijn;
  const raaktStuk = [stuk, stukGremium, stukDatum, stukAdres].some((deel) => deel !== undefined);
  const nieuwStuk = alle.stuk
    ? {
        titel: alle.stuk,
        gremium: alle.stukGremium,
        datum: alle.stukDatum || null,
        adres: alle.stukAdres || null,
      }
    : null;
  return {
    ...rest,
    ...(herzienOp !== undefined && { herzienOp: herzienOp || null }),
    ...(geldigTot !== undefined && { geldigTot: geldigTot || null }),
    ...(raaktStuk && { stuk: nieuwStuk }),
  };
}

/** What was typed and not saved, per agreement: leaving the page throws nothing away. */
const concepten = maakWinkel<Readonly<Record<string, Concept>>>({});

export function useConcept(afspraak: Afspraak) {
  const leeg = { versie: afspraak.versie, begin: waardenVan(afspraak), mijn: {} };
  const concept: Concept = useWinkel(concepten)[afspraak.id] ?? leeg;
  const zet = (nieuw: Concept) => concepten.zet((oud) => ({ ...oud, [afspraak.id]: nieuw }));
  const wis = () =>
    concepten.zet((oud) => Object.fromEntries(Object.entries(oud).filter(([id]) => id !== afspraak.id)));
  return { concept, zet, wis };
}
