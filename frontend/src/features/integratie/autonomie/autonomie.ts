import { graphql } from "~/graphql/gen";
import type { Aard, AutonomieQuery as Antwoord } from "~/graphql/gen/graphql";
import type { StatusSoort } from "~/ui/Status";

export const AutonomieVan = graphql(`
  fragment AutonomieVan on Autonomie {
    id
    aard
    magRegionaal
    uitleg
    regionaalOp
    versie
    magWijzigen
    gewijzigdOp
    gewijzigdDoor {
      id
      naam
    }
    ontbreekt {
      id
      naam
    }
    gemeentebesluit {
      id
      naam
    }
    over {
      __typename
      ... on Besluit {
        id
        naam
      }
      ... on Mijlpaal {
        id
        naam
      }
      ... on Taak {
        id
        titel
      }
    }
  }
`);

export const AutonomieQuery = graphql(`
  query Autonomie($id: ID!, $stand: Datum) {
    positie
    traject(id: $id, stand: $stand) {
      id
      besluiten {
        id
        naam
      }
      autonomie {
        ...AutonomieVan
      }
    }
  }
`);

/** Of a task of which nobody said anything yet: it does not stand in the list. */
export const EenAutonomieQuery = graphql(`
  query EenAutonomie($id: ID!) {
    positie
    node(id: $id) {
      __typename
      id
      ...AutonomieVan
    }
  }
`);

export type Traject = NonNullable<Antwoord["traject"]>;
export type Autonomie = Traject["autonomie"][number];

export const BRON = "Collegevoorstel aansluiting module 1, §2.6";
export const AARD: Record<Aard, string> = { BEDRIJFSVOERING: "bedrijfsvoering", BELEID: "beleid" };
export const SOORT = { Besluit: "besluit", Mijlpaal: "mijlpaal", Taak: "taak" } as const;

export const naamVan = ({ over }: Autonomie): string => (over.__typename === "Taak" ? over.titel : over.naam);
/** Where the thing itself stands. */
export function plekVan({ over }: Autonomie): [pagina: string, deel?: string] {
  if (over.__typename === "Taak") return ["takenbord", `taak/${over.id}`];
  if (over.__typename === "Mijlpaal") return ["tijdlijn", `mijlpaal/${over.id}`];
  return ["besluiten"];
}
export function magTekst({
  magRegionaal,
  aard,
  regionaalOp,
}: Autonomie): [soort: StatusSoort, woord: string] {
  if (regionaalOp && !magRegionaal) return ["fout", "besloten zonder elke gemeente"];
  if (regionaalOp) return ["gereed", "regio heeft besloten"];
  if (!aard) return ["onbekend", "nog niet bepaald"];
  return magRegionaal ? ["open", "regio mag besluiten"] : ["wacht", "eerst elke gemeente"];
}

export const FILTERS = ["toon"] as const;
export function zichtbaar(alle: readonly Autonomie[], toon: string): Autonomie[] {
  return alle.filter(({ aard, magRegionaal }) => {
    if (toon === "beleid") return aard === "BELEID";
    if (toon === "bedrijfsvoering") return aard === "BEDRIJFSVOERING";
    if (toon === "onbepaald") return !aard;
    return toon !== "wacht" || (aard === "BELEID" && !magRegionaal);
  });
}
