import { graphql } from "~/graphql/gen";
import type {
  Gereedheidsstand,
  Overdrachtonderdeel,
  OverdrachtQuery as Antwoord,
  Personeelsstap,
} from "~/graphql/gen/graphql";
import type { StatusSoort } from "~/ui/Status";
import { regioSleutel } from "~/ui/Regiolabel";

export const Overdracht = graphql(`
  fragment Overdracht on Overdrachtcel {
    id
    uitvoerder
    fte
    middel
    wens
    wensFte
    kloof
    medewerkers
    personeelsstap
    bron
    peildatum
    zeker
    onbekend
    versie
    magInvullen
    magOpvragen
    gewijzigdOp
    gewijzigdDoor {
      id
      naam
    }
    functie {
      id
    }
    regio {
      id
      sleutel
      naam
    }
    gemeenten {
      id
    }
    opvraging {
      onderdelen
      gevraagdOp
      antwoordVoor
      beantwoordOp
      teLaat
      eigenaar {
        id
        naam
      }
      taak {
        id
        nummer
        titel
        gearchiveerdOp
        kolom {
          id
          soort
        }
        overdracht {
          id
        }
      }
    }
    taken {
      id
      titel
      kolom {
        id
        naam
        soort
      }
    }
    traject {
      id
      overdrachtsommen {
        ...Overdrachtsommen
      }
    }
  }
`);
export const Overdrachtsommen = graphql(`
  fragment Overdrachtsommen on Overdrachtsom {
    functie {
      id
    }
    fte {
      som
      bekend
      van
    }
    wensFte {
      som
      bekend
      van
    }
    kloof {
      som
      bekend
      van
    }
    medewerkers {
      som
      bekend
      van
    }
  }
`);
export const GereedheidVanGemeente = graphql(`
  fragment GereedheidVanGemeente on Gereedheid {
    id
    stand
    versie
    magMelden
    gewijzigdDoor {
      id
      naam
    }
    functie {
      id
    }
    gemeente {
      id
    }
  }
`);

export const OverdrachtQuery = graphql(`
  query Overdracht($id: ID!, $stand: Datum) {
    positie
    traject(id: $id, stand: $stand) {
      id
      functies {
        id
        naam
        nuInModule1
        herkomst {
          onzeker
          notitie
          bron {
            document
            paragraaf
          }
        }
      }
      overdracht {
        ...Overdracht
      }
      overdrachtsommen {
        ...Overdrachtsommen
      }
      gereedheden {
        ...GereedheidVanGemeente
        gemeente {
          naam
        }
      }
    }
  }
`);

export type Traject = NonNullable<Antwoord["traject"]>;
export type Cel = Traject["overdracht"][number];
export type Functie = Traject["functies"][number];
export type Gereedheid = Traject["gereedheden"][number];
export type Som = Traject["overdrachtsommen"][number];
type Optelling = Som["fte"];

export const ONDERDEEL: Record<Overdrachtonderdeel, string> = {
  UITVOERDER: "wie het doet",
  FTE: "aantal fte",
  MIDDEL: "contract of systeem",
  WENS: "wens",
  WENS_FTE: "gewenst aantal fte",
  MEDEWERKERS: "aantal medewerkers",
};
export const STAP: Record<Personeelsstap, string> = {
  ONBEKEND: "onbekend",
  GEEN_GEVOLGEN: "geen gevolgen",
  IN_BEELD: "aantal in beeld",
  STAPPEN_BEPAALD: "stappen bepaald",
  BESPROKEN: "besproken met de medewerkers",
  AFGEROND: "afgerond",
};
export const STAND: Record<Gereedheidsstand, [soort: StatusSoort, woord: string]> = {
  ONBEKEND: ["onbekend", "onbekend"],
  NIET_BEGONNEN: ["open", "niet begonnen"],
  BEZIG: ["bezig", "bezig"],
  GEREED: ["gereed", "gereed"],
};

const getal = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 2 });
export const fteTekst = (fte: number) => `${getal.format(fte)} fte`;
/** As people type it; unknown is an empty field. */
export const fteInvoer = (fte: number | null | undefined) =>
  fte === null || fte === undefined ? "" : getal.format(fte).replaceAll(".", "");
/** "1,5 fte meer nodig", "0,5 fte over", "precies genoeg". */
export function kloofTekst(kloof: number): string {
  if (kloof === 0) return "precies genoeg";
  return kloof > 0 ? `${fteTekst(kloof)} meer nodig` : `${fteTekst(-kloof)} over`;
}
/** What is known of a row: "3,5 fte (2 van 3 bekend)", never unknown taken for zero. */
export function optelTekst({ som, bekend, van }: Optelling, eenheid = "fte"): string {
  if (som === null || som === undefined) return "onbekend";
  const tekst = `${getal.format(som)} ${eenheid}`;
  return bekend === van ? tekst : `${tekst} (${bekend} van ${van} bekend)`;
}

/** Is the question still to be answered, and by whom? */
export const loopt = ({ opvraging }: Cel) => !!opvraging && !opvraging.beantwoordOp;
/** Is somebody at work for the answer? Then nobody asks again. */
export const wordtUitgezocht = ({ opvraging }: Cel) =>
  !!opvraging &&
  !opvraging.beantwoordOp &&
  !!opvraging.taak &&
  !opvraging.taak.gearchiveerdOp &&
  opvraging.taak.kolom.soort !== "GEREED";

export const FILTERS = ["toon", "regio"] as const;
type Filters = Record<(typeof FILTERS)[number], string>;
export const streekVan = ({ regio }: Cel) => regioSleutel(regio.sleutel);

/** Cells by function, the ones that stay with these filters. */
export function perFunctie(traject: Traject, filters: Filters): { functie: Functie; cellen: Cel[] }[] {
  const past = (cel: Cel) => {
    if (filters.regio && streekVan(cel) !== filters.regio) return false;
    if (filters.toon === "onbekend") return cel.onbekend.length > 0;
    if (filters.toon === "gevraagd") return loopt(cel);
    if (filters.toon === "mijn") return cel.magInvullen;
    return true;
  };
  return traject.functies
    .filter(({ nuInModule1 }) => filters.toon !== "nieuw" || nuInModule1 === false)
    .map((functie) => ({
      functie,
      cellen: traject.overdracht.filter((cel) => cel.functie.id === functie.id && past(cel)),
    }))
    .filter(({ cellen }) => cellen.length > 0);
}

/** How far the gemeenten of a cell are: "2 van 3 gereed". */
export function telGereed(traject: Traject, cel: Cel): { gereed: number; bekend: number; van: number } {
  const leden = new Set(cel.gemeenten.map(({ id }) => id));
  const eigen = traject.gereedheden.filter(
    ({ functie, gemeente }) => functie.id === cel.functie.id && leden.has(gemeente.id),
  );
  return {
    gereed: eigen.filter(({ stand }) => stand === "GEREED").length,
    bekend: eigen.filter(({ stand }) => stand !== "ONBEKEND").length,
    van: eigen.length,
  };
}
