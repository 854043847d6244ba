import type { Fasesoort, SjabloonfaseInput, Stemvorm } from "~/graphql/gen/graphql";
import type { Sjabloon } from "./vragen";

/** A phase while it is being written: texts as they stand in the fields. */
export type Ontwerpfase = {
  sleutel: number;
  soort: Fasesoort;
  naam: string;
  uitleg: string;
  /** One per line. */
  kolommen: string;
  vorm: Stemvorm;
  budget: string;
  perKeuze: string;
  /** One per line. */
  antwoorden: string;
  minuten: string;
};
export type Ontwerp = { naam: string; omschrijving: string; fasen: Ontwerpfase[] };

let volgende = 1;
export const nieuweFase = (): Ontwerpfase => ({
  sleutel: volgende++,
  soort: "VERZAMELEN",
  naam: "",
  uitleg: "",
  kolommen: "",
  vorm: "PUNTEN",
  budget: "5",
  perKeuze: "3",
  antwoorden: "",
  minuten: "",
});

export function ontwerpVan({ naam, omschrijving, fasen }: Sjabloon): Ontwerp {
  const ontwerpfase = (fase: Sjabloon["fasen"][number]): Ontwerpfase => ({
    ...nieuweFase(),
    soort: fase.soort,
    naam: fase.naam,
    uitleg: fase.uitleg,
    kolommen: fase.kolommen.join("\n"),
    antwoorden: fase.antwoorden.join("\n"),
    minuten: fase.minuten ? String(fase.minuten) : "",
    ...(fase.stemming && {
      vorm: fase.stemming.vorm,
      budget: String(fase.stemming.budget || 5),
      perKeuze: String(fase.stemming.perKeuze || 3),
    }),
  });
  return { naam, omschrijving, fasen: fasen.map(ontwerpfase) };
}

const regels = (tekst: string) =>
  tekst
    .split("\n")
    .map((regel) => regel.trim())
    .filter(Boolean);
/** A whole number, or 0: the hub says what is wrong with that. */
const getal = (tekst: string) => (/^\d{1,4}$/.test(tekst.trim()) ? Number(tekst) : 0);

/** What the hub gets: only what belongs to the kind of phase. */
export const invoerVan = (fase: Ontwerpfase): SjabloonfaseInput => ({
  soort: fase.soort,
  naam: fase.naam,
  uitleg: fase.uitleg,
  minuten: fase.minuten.trim() ? getal(fase.minuten) : null,
  kolommen: fase.soort === "VERZAMELEN" ? regels(fase.kolommen) : [],
  stemming:
    fase.soort === "STEMMEN"
      ? {
          vorm: fase.vorm,
          budget: fase.vorm === "PUNTEN" ? getal(fase.budget) : 0,
          perKeuze: fase.vorm === "PUNTEN" ? getal(fase.perKeuze) : 0,
          antwoorden: fase.vorm === "PEILING" ? regels(fase.antwoorden) : [],
        }
      : null,
});

/** The same phases with one of them a place further. */
export function verschoven(fasen: Ontwerpfase[], van: number, stap: -1 | 1): Ontwerpfase[] {
  const naar = van + stap;
  if (naar < 0 || naar >= fasen.length) return fasen;
  const nieuw = [...fasen];
  [nieuw[van], nieuw[naar]] = [nieuw[naar]!, nieuw[van]!];
  return nieuw;
}
