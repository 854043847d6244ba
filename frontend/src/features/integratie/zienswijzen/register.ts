import { graphql } from "~/graphql/gen";
import type { RegisterQuery as Antwoord, Verwerking, ZienswijzepuntStand } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import type { StatusSoort } from "~/ui/Status";

export const PuntInRegister = graphql(`
  fragment PuntInRegister on Zienswijzepunt {
    id
    thema
    punt
    antwoord
    verwerking
    tekstwijziging
    teruggekoppeldOp
    stand
    ingetrokken
    versie
    magWijzigen
    magBeantwoorden
    gewijzigdOp
    gewijzigdDoor {
      id
      naam
    }
    besluit {
      id
    }
    gemeente {
      id
      naam
    }
  }
`);

export const RegisterQuery = graphql(`
  query Register($id: ID!, $stand: Datum) {
    positie
    besluit(id: $id, stand: $stand) {
      id
      naam
      traject {
        id
        naam
      }
      gemeenten {
        id
        naam
      }
      zienswijzepunten {
        ...PuntInRegister
      }
    }
  }
`);

export type Besluit = NonNullable<Antwoord["besluit"]>;
export type Punt = Besluit["zienswijzepunten"][number];

export const STAND: Record<ZienswijzepuntStand, [soort: StatusSoort, woord: string]> = {
  ONTVANGEN: ["open", "nog geen antwoord"],
  BEANTWOORD: ["bezig", "beantwoord"],
  VERWERKT: ["wacht", "terug naar de raad"],
  TERUGGEKOPPELD: ["gereed", "teruggekoppeld"],
};
export const VERWERKING: Record<Verwerking, string> = {
  NOG_NIET: "Nog niet bepaald",
  AANGEPAST: "De tekst is aangepast",
  ONGEWIJZIGD: "De tekst blijft gelijk",
};

export const FILTERS = ["stand", "gemeente"] as const;
type Filters = Record<(typeof FILTERS)[number], string>;

/** The remarks that stay with these filters, by theme. Withdrawn ones only when asked for. */
export function perThema(punten: readonly Punt[], filters: Filters): [thema: string, punten: Punt[]][] {
  const themas = new Map<string, Punt[]>();
  for (const punt of punten) {
    if (filters.stand === "INGETROKKEN" ? !punt.ingetrokken : punt.ingetrokken) continue;
    if (filters.stand && filters.stand !== "INGETROKKEN" && punt.stand !== filters.stand) continue;
    if (filters.gemeente && punt.gemeente.id !== filters.gemeente) continue;
    const sleutel = [...themas.keys()].find((thema) => thema.toLowerCase() === punt.thema.toLowerCase());
    if (sleutel) themas.get(sleutel)!.push(punt);
    else themas.set(punt.thema, [punt]);
  }
  return [...themas].sort(([a], [b]) => a.localeCompare(b, "nl"));
}

/** The register as text for the nota van zienswijzen. */
export function nota(besluit: Pick<Besluit, "naam">, themas: [string, Punt[]][]): string {
  const regels = [`# Nota van zienswijzen: ${besluit.naam}`];
  for (const [thema, punten] of themas) {
    regels.push("", `## ${thema}`);
    for (const punt of punten) {
      regels.push(
        "",
        `### Raad van ${punt.gemeente.naam}`,
        "",
        punt.punt,
        "",
        `**Antwoord:** ${punt.antwoord || "Nog geen antwoord."}`,
        "",
        `**Tekst:** ${punt.tekstwijziging || VERWERKING[punt.verwerking]}`,
      );
      if (punt.teruggekoppeldOp)
        regels.push("", `**Teruggekoppeld op:** ${datumTekst(punt.teruggekoppeldOp)}`);
    }
  }
  return `${regels.join("\n")}\n`;
}
