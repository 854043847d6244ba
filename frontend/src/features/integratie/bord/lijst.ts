import type { Volgorde } from "~/ui/Tabel";
import { gemeentenTekst } from "./Kaart";
import type { Kaart } from "./volgorde";

type Kolom = { id: string; naam: string; soort: keyof typeof KOLOMSOORT };
/** A task in a list, with where it stands. */
export type Regel = { taak: Kaart; kolom: Kolom; rang: number; traject: { sleutel: string; naam: string } };

/** What one can list tasks by, of whatever board. */
export const KOLOMSOORT = { TE_DOEN: "Te doen", BEZIG: "Bezig", WACHT: "Wacht", GEREED: "Gereed" } as const;
export const OPEN = "open";
export const KOLOMSOORTEN = [
  { id: OPEN, naam: "nog niet klaar" },
  ...Object.entries(KOLOMSOORT).map(([id, naam]) => ({ id, naam: naam.toLowerCase() })),
];
export const pastBijSoort = (soort: string, kolom: Kolom) =>
  soort === OPEN ? kolom.soort !== "GEREED" : !soort || kolom.soort === soort;

type Waarde = string | number | null | undefined;
const OP: Record<string, (regel: Regel) => Waarde> = {
  nummer: ({ taak }) => taak.nummer,
  titel: ({ taak }) => taak.titel,
  stand: ({ rang }) => rang,
  functie: ({ taak }) => taak.functie?.naam,
  gemeenten: ({ taak }) => (taak.gemeenten.length === 0 ? null : gemeentenTekst(taak.gemeenten)),
  eigenaar: ({ taak }) => taak.eigenaar?.naam,
  vervaldatum: ({ taak }) => taak.vervaldatum,
  traject: ({ traject }) => traject.naam,
};
export const VOLGORDEN = [
  { id: "vervaldatum", naam: "vervaldatum" },
  { id: "stand", naam: "stand" },
  { id: "eigenaar", naam: "eigenaar" },
  { id: "functie", naam: "functie" },
  { id: "titel", naam: "titel" },
];
const GEWOON: Volgorde = { op: "vervaldatum", af: false };

/** From the address: `vervaldatum`, or `-vervaldatum` from late to early. */
export function leesVolgorde(tekst: string): Volgorde {
  const op = tekst.replace(/^-/, "");
  return Object.hasOwn(OP, op) ? { op, af: tekst.startsWith("-") } : GEWOON;
}
export const schrijfVolgorde = ({ op, af }: Volgorde) => `${af ? "-" : ""}${op}`;

const nl = new Intl.Collator("nl", { numeric: true });
/** In this order; what has no value stands at the end, whichever way; equals by number. */
export function opVolgorde(regels: readonly Regel[], { op, af }: Volgorde): Regel[] {
  const waarde = OP[op] ?? OP.vervaldatum!;
  const richting = af ? -1 : 1;
  return [...regels].sort((een, ander) => {
    const [a, b] = [waarde(een), waarde(ander)];
    if ((a ?? null) === null || (b ?? null) === null) {
      if ((a ?? null) !== (b ?? null)) return (a ?? null) === null ? 1 : -1;
    } else {
      const verschil = typeof a === "number" ? a - (b as number) : nl.compare(a!, String(b));
      if (verschil !== 0) return richting * verschil;
    }
    return nl.compare(een.traject.naam, ander.traject.naam) || een.taak.nummer - ander.taak.nummer;
  });
}
