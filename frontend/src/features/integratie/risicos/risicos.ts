import { graphql } from "~/graphql/gen";
import type { RisicosQuery as Antwoord, Trend, Zwaarte } from "~/graphql/gen/graphql";
import type { StatusSoort } from "~/ui/Status";

export const RisicoInRegister = graphql(`
  fragment RisicoInRegister on Risico {
    id
    naam
    kans
    impact
    score
    zwaarte
    trend
    maatregel
    gesloten
    versie
    magWijzigen
    gewijzigdOp
    gewijzigdDoor {
      id
      naam
    }
    eigenaar {
      id
      naam
      initialen
    }
    taken {
      id
      titel
    }
    mijlpalen {
      id
      naam
    }
    traject {
      id
    }
    herkomst {
      onzeker
      notitie
      bron {
        document
        paragraaf
      }
    }
  }
`);

export const RisicosQuery = graphql(`
  query Risicos($id: ID!, $stand: Datum) {
    positie
    traject(id: $id, stand: $stand) {
      id
      naam
      risicos {
        ...RisicoInRegister
      }
      mijlpalen {
        id
        naam
      }
      borden {
        id
        taken {
          id
          titel
        }
      }
    }
  }
`);

export type Traject = NonNullable<Antwoord["traject"]>;
export type Risico = Traject["risicos"][number];

export const ZWAARTE: Record<Zwaarte, [soort: StatusSoort, woord: string]> = {
  ONBEKEND: ["onbekend", "onbekend"],
  LAAG: ["gereed", "laag"],
  MIDDEN: ["bezig", "midden"],
  HOOG: ["wacht", "hoog"],
  ZEER_HOOG: ["fout", "zeer hoog"],
};
export const TREND: Record<Trend, string> = {
  STIJGT: "↗ wordt groter",
  GELIJK: "→ blijft gelijk",
  DAALT: "↘ wordt kleiner",
  ONBEKEND: "trend onbekend",
};
export const KANS = ["heel klein", "klein", "mogelijk", "groot", "heel groot"];
export const IMPACT = ["heel klein", "klein", "merkbaar", "groot", "heel groot"];

/** As the hub weighs it: for the squares of the map in which nothing stands. */
export function zwaarteVan(kans: number, impact: number): Zwaarte {
  const score = kans * impact;
  return score >= 15 ? "ZEER_HOOG" : score >= 10 ? "HOOG" : score >= 5 ? "MIDDEN" : "LAAG";
}

export const FILTERS = ["vak", "toon"] as const;
type Filters = Record<(typeof FILTERS)[number], string>;

/** "3x5": chance and impact of a square of the map. */
export const vakVan = (kans: number, impact: number) => `${kans}x${impact}`;

/** The risks that stay with these filters, the heaviest first and unknown ones before closed ones. */
export function zichtbaar(risicos: readonly Risico[], filters: Filters): Risico[] {
  return risicos
    .filter((risico) => {
      if (risico.gesloten !== (filters.toon === "gesloten")) return false;
      if (filters.toon === "onbekend" && risico.zwaarte !== "ONBEKEND") return false;
      if (filters.toon === "eigenaar" && risico.eigenaar) return false;
      return !filters.vak || filters.vak === vakVan(risico.kans ?? 0, risico.impact ?? 0);
    })
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || a.naam.localeCompare(b.naam, "nl"));
}

/** How many open risks stand in each square. */
export function tel(risicos: readonly Risico[]): ReadonlyMap<string, number> {
  const telling = new Map<string, number>();
  for (const { kans, impact, gesloten } of risicos) {
    if (!kans || !impact || gesloten) continue;
    const vak = vakVan(kans, impact);
    telling.set(vak, (telling.get(vak) ?? 0) + 1);
  }
  return telling;
}
