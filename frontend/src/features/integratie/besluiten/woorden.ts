import type {
  BesluitcelStand,
  BesluitcelStatus,
  BesluitstapSoort,
  Hoedanigheid,
} from "~/graphql/gen/graphql";
import type { StatusSoort } from "~/ui/Status";

// How a cell reads: always an icon, a word and a colour.

export const SOORT: Record<BesluitcelStand, StatusSoort> = {
  OPEN: "open",
  LOOPT: "bezig",
  OP_AGENDA: "bezig",
  GEDAAN: "gereed",
  GEEN_ZIENSWIJZE: "gereed",
  TE_LAAT: "fout",
  VERLOPEN: "wacht",
  GEWEIGERD: "fout",
  ONBEKEND: "onbekend",
};

const GEDAAN: Record<BesluitstapSoort, [kort: string, lang: string]> = {
  INFORMATIE: ["gehouden", "Gehouden"],
  ZIENSWIJZE: ["gegeven", "Zienswijze gegeven"],
  TOESTEMMING: ["verleend", "Toestemming verleend"],
  COLLEGEBESLUIT: ["genomen", "Besluit genomen"],
  BEKENDMAKING: ["bekendgemaakt", "Bekendgemaakt"],
};

const dagMaand = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "short", timeZone: "UTC" });
/** "12 jun". */
export const kortDatum = (dag: string) => dagMaand.format(new Date(`${dag}T00:00:00Z`)).replace(".", "");

type Kort = {
  stand: BesluitcelStand;
  status: BesluitcelStatus;
  datum?: string | null;
  dagenTeLaat?: number | null;
  termijn?: { einde: string } | null;
};

type Stap = { soort: BesluitstapSoort; mijlpaal?: { van: string } | null };

/** What stands in a cell, as one looks at it on a day. */
export function celTekst(cel: Kort, { soort, mijlpaal }: Stap, peildag: string): string {
  const op = cel.datum ? ` ${kortDatum(cel.datum)}` : "";
  switch (cel.stand) {
    case "OPEN":
      return mijlpaal && mijlpaal.van > peildag ? `vanaf ${kortDatum(mijlpaal.van)}` : "nog niet";
    case "LOOPT":
      return cel.termijn ? `loopt t/m ${kortDatum(cel.termijn.einde)}` : "loopt";
    case "OP_AGENDA":
      return `agenda${op}`;
    case "GEDAAN":
      return `${GEDAAN[soort][0]}${op}`;
    case "GEEN_ZIENSWIJZE":
      return "geen zienswijze";
    case "TE_LAAT":
      return `te laat · ${dagen(cel.dagenTeLaat ?? 0)}`;
    case "VERLOPEN":
      return "termijn voorbij";
    case "GEWEIGERD":
      return soort === "TOESTEMMING" ? `onthouden${op}` : `niet akkoord${op}`;
    case "ONBEKEND":
      return "onbekend";
  }
}

export const dagen = (aantal: number) => (aantal === 1 ? "1 dag" : `${aantal} dagen`);

/** The statuses one can choose in a step, with their words. */
export function statussen(soort: BesluitstapSoort): { id: BesluitcelStatus; naam: string }[] {
  const alle: [BesluitcelStatus, string, boolean][] = [
    ["OPEN", "Nog niet", true],
    ["OP_AGENDA", "Op de agenda", true],
    ["GEDAAN", GEDAAN[soort][1], true],
    ["GEEN_ZIENSWIJZE", "Geen zienswijze", soort === "ZIENSWIJZE"],
    [
      "GEWEIGERD",
      soort === "TOESTEMMING" ? "Toestemming onthouden" : "Niet akkoord",
      soort === "TOESTEMMING" || soort === "COLLEGEBESLUIT",
    ],
    ["ONBEKEND", "Onbekend", true],
  ];
  return alle.filter(([, , past]) => past).map(([id, naam]) => ({ id, naam }));
}

/** Does a date belong to this status? */
export const metDatum = (status: BesluitcelStatus) => status !== "OPEN" && status !== "ONBEKEND";

export const HOEDANIGHEID: Record<Hoedanigheid, string> = {
  EIGENAAR: "eigenaar",
  OPDRACHTGEVER: "opdrachtgever",
  ZIENSWIJZE: "geeft zienswijze",
  TOESTEMMING: "geeft toestemming",
};
