import { graphql } from "~/graphql/gen";
import type { BudgetQuery as Antwoord, Budgeteffectsoort, Budgetstand } from "~/graphql/gen/graphql";
import { bedragTekst } from "~/lib/bedrag";
import { regioSleutel } from "~/ui/Regiolabel";
import type { StatusSoort } from "~/ui/Status";

export const BudgetRegel = graphql(`
  fragment BudgetRegel on Budgetregel {
    id
    jaar
    kader
    begroting
    realisatie
    realisatieTot
    prognose
    bron
    zeker
    verwacht
    naEffecten
    ruimte
    budgetstand
    oorzaken
    versie
    magInvullen
    gewijzigdOp
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
    effecten {
      sleutel
      bedrag
      soort
      vanaf
      toelichting
      ingetrokken
      taak {
        id
        titel
      }
      besluit {
        id
        naam
      }
    }
  }
`);
export const BudgetSom = graphql(`
  fragment BudgetSom on Budgetsom {
    overschreden
    bedragOver
    kader {
      som
      bekend
      van
    }
    begroting {
      som
      bekend
      van
    }
    realisatie {
      som
      bekend
      van
    }
    prognose {
      som
      bekend
      van
    }
    naEffecten {
      som
      bekend
      van
    }
  }
`);

export const BudgetQuery = graphql(`
  query Budget($id: ID!, $jaar: Int, $stand: Datum) {
    positie
    traject(id: $id, stand: $stand) {
      id
      functies {
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
      besluiten {
        id
        naam
      }
      budget(jaar: $jaar) {
        jaar
        regels {
          ...BudgetRegel
        }
        totaal {
          ...BudgetSom
        }
        perFunctie {
          functie {
            id
          }
          som {
            ...BudgetSom
          }
        }
        perGemeente {
          gemeente {
            id
            naam
            regio {
              id
              sleutel
            }
            subregio {
              id
              sleutel
            }
          }
          som {
            ...BudgetSom
          }
        }
      }
      budgettabellen {
        id
        naam
        kolommen
        toelichting
        regels {
          naam
          totaal
          bedragen
        }
        controles {
          regel
          kolom
          berekend
          inBron
          oordeel
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
    }
  }
`);

export type Traject = NonNullable<Antwoord["traject"]>;
export type Budget = Traject["budget"];
export type Regel = Budget["regels"][number];
export type Effect = Regel["effecten"][number];
export type PerGemeente = Budget["perGemeente"][number];
export type Tabel = Traject["budgettabellen"][number];

/** The rule, with where it stands. */
export const REGEL =
  "Bestaande kaders zijn het plafond: opschaling mag de huidige budgetten voor deze functies bij gemeenten niet overschrijden";
export const REGEL_BRON = "Collegevoorstel aansluiting module 1, Financiële gevolgen";

export const SOORT: Record<Budgeteffectsoort, string> = { STRUCTUREEL: "elk jaar", EENMALIG: "eenmalig" };
const STAND: Record<Budgetstand, StatusSoort> = {
  ONBEKEND: "onbekend",
  BINNEN: "gereed",
  OVERSCHREDEN: "fout",
};
export const standSoort = ({ budgetstand }: Regel) => STAND[budgetstand];
/** "€ 7.000 over het kader", "binnen het kader", "onbekend". */
export function standTekst({ budgetstand, ruimte }: Regel): string {
  if (budgetstand === "OVERSCHREDEN") return `${bedragTekst(-(ruimte ?? 0))} over het kader`;
  return budgetstand === "BINNEN" ? "binnen het kader" : "onbekend";
}
/** Is anything known of this line? */
export const isBekend = ({ kader, begroting, realisatie, prognose, effecten }: Regel) =>
  [kader, begroting, realisatie, prognose].some((een) => een !== null && een !== undefined) ||
  effecten.some(({ ingetrokken }) => !ingetrokken);

export const streekVan = ({ gemeente }: PerGemeente) =>
  gemeente ? regioSleutel((gemeente.subregio ?? gemeente.regio).sleutel) : undefined;

export const FILTERS = ["toon", "regio"] as const;
type Filters = Record<(typeof FILTERS)[number], string>;

/** The gemeenten that stay with these filters. */
export function zichtbaar({ regels, perGemeente }: Budget, filters: Filters): PerGemeente[] {
  const past = (regel: Regel) =>
    filters.toon === "over"
      ? regel.budgetstand === "OVERSCHREDEN"
      : filters.toon === "bekend"
        ? isBekend(regel)
        : filters.toon === "mijn"
          ? regel.magInvullen
          : true;
  return perGemeente.filter(
    (een) =>
      (!filters.regio || streekVan(een) === filters.regio) &&
      regels.some((regel) => regel.gemeente.id === een.gemeente?.id && past(regel)),
  );
}

/** How the totals of a table are: what to say above it. */
export function controleTekst({ controles }: Tabel): {
  klopt: boolean;
  tekst: string;
  afwijkingen: string[];
} {
  const tel = (oordeel: string) => controles.filter((een) => een.oordeel === oordeel).length;
  const [goed, afronding, open] = [tel("KLOPT"), tel("AFRONDING"), tel("NIET_TE_CONTROLEREN")];
  const afwijkingen = controles
    .filter(({ oordeel }) => oordeel === "AFWIJKING")
    .map(
      ({ regel, kolom, berekend, inBron }) =>
        `${regel}, ${kolom}: de delen zijn samen ${bedragTekst(berekend ?? 0)}, in het rapport staat ${bedragTekst(inBron ?? 0)}.`,
    );
  const delen = [
    `${goed} van ${controles.length} totalen kloppen precies`,
    ...(afronding > 0 ? [`${afronding} schelen één euro door afronding`] : []),
    ...(open > 0 ? [`${open} zijn niet na te rekenen`] : []),
    ...(afwijkingen.length > 0 ? [`${afwijkingen.length} kloppen niet`] : []),
  ];
  return { klopt: afwijkingen.length === 0, tekst: `Nagerekend: ${delen.join(", ")}.`, afwijkingen };
}

/** Whether what is expected stays within the frame, in words. */
export function kaderTekst({
  overschreden,
  bedragOver,
  kader,
}: Pick<Traject["budget"]["totaal"], "overschreden" | "bedragOver"> & { kader: { bekend: number } }): string {
  if (overschreden > 0)
    return `${overschreden} ${overschreden === 1 ? "regel gaat" : "regels gaan"} samen ${bedragTekst(bedragOver)} over het kader`;
  return kader.bekend > 0 ? "geen bekend kader wordt overschreden" : "nog geen kader bekend";
}
