import type { TaakOpBordFragment } from "~/graphql/gen/graphql";
import { herhalingTekst, type Herhaling } from "./herhaling";

/** What of a task is edited in one form. */
export type Waarden = {
  titel: string;
  omschrijving: string;
  functie: string | null;
  gemeenten: string[];
  eigenaar: string | null;
  vervaldatum: string | null;
  herhaling: Herhaling | null;
};
export type Veldnaam = keyof Waarden;
export const VELDEN: Veldnaam[] = [
  "titel",
  "omschrijving",
  "functie",
  "gemeenten",
  "eigenaar",
  "vervaldatum",
  "herhaling",
];

export const LEEG: Waarden = {
  titel: "",
  omschrijving: "",
  functie: null,
  gemeenten: [],
  eigenaar: null,
  vervaldatum: null,
  herhaling: null,
};

export const waardenVan = (taak: TaakOpBordFragment & { omschrijving: string }): Waarden => ({
  titel: taak.titel,
  omschrijving: taak.omschrijving,
  functie: taak.functie?.id ?? null,
  gemeenten: taak.gemeenten.map(({ id }) => id),
  eigenaar: taak.eigenaar?.id ?? null,
  vervaldatum: taak.vervaldatum ?? null,
  herhaling: taak.herhaling ? { elke: taak.herhaling.elke, eenheid: taak.herhaling.eenheid } : null,
});

function sleutel(waarde: Waarden[Veldnaam]) {
  if (Array.isArray(waarde)) return JSON.stringify([...waarde].sort());
  return waarde && typeof waarde === "object" ? herhalingTekst(waarde) : waarde;
}
export const gelijk = (a: Waarden[Veldnaam], b: Waarden[Veldnaam]) => sleutel(a) === sleutel(b);

/** What I am changing: my value, and what stood there when I began with that field. */
export type Concept = { mijn: Partial<Waarden>; begin: Partial<Waarden> };
export const LEEG_CONCEPT: Concept = { mijn: {}, begin: {} };

/** I type something in a field. */
export function vulIn<N extends Veldnaam>(
  concept: Concept,
  veld: N,
  waarde: Waarden[N],
  nu: Waarden,
): Concept {
  const begin = veld in concept.begin ? concept.begin : { ...concept.begin, [veld]: nu[veld] };
  return { mijn: { ...concept.mijn, [veld]: waarde }, begin };
}

/** What the form shows: mine where I typed, else what is there now. */
export const getoond = ({ mijn }: Concept, nu: Waarden): Waarden => ({ ...nu, ...mijn });

/** Fields that somebody else changed while I was changing them, to something else than I have. */
export const botsingen = ({ mijn, begin }: Concept, nu: Waarden): Veldnaam[] =>
  VELDEN.filter((veld) => veld in mijn && !gelijk(nu[veld], begin[veld]!) && !gelijk(nu[veld], mijn[veld]!));

/** Keep mine: I have seen the other value. */
export const houdMijn = ({ mijn, begin }: Concept, veld: Veldnaam, nu: Waarden): Concept => ({
  mijn,
  begin: { ...begin, [veld]: nu[veld] },
});

/** Take the other value: my text for this field goes. */
export function neemOver({ mijn, begin }: Concept, veld: Veldnaam): Concept {
  const zonder = <T extends object>(deel: T) =>
    Object.fromEntries(Object.entries(deel).filter(([naam]) => naam !== veld)) as T;
  return { mijn: zonder(mijn), begin: zonder(begin) };
}

/** Only what I changed goes to the hub. */
export const teSturen = ({ mijn }: Concept, nu: Waarden): Partial<Waarden> =>
  Object.fromEntries(
    VELDEN.filter((veld) => veld in mijn && !gelijk(mijn[veld]!, nu[veld])).map((veld) => [veld, mijn[veld]]),
  );
