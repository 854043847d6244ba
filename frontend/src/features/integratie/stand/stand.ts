import { graphql } from "~/graphql/gen";
import type { StandVanZakenQuery as Antwoord, VerschilRichting } from "~/graphql/gen/graphql";
import type { StatusSoort } from "~/ui/Status";

export const StandVanZakenQuery = graphql(`
  query StandVanZaken($id: ID!, $stand: Datum) {
    positie
    traject(id: $id, stand: $stand) {
      id
      naam
      omschrijving
      budget {
        jaar
        totaal {
          overschreden
          bedragOver
          kader {
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
      }
      standVanZaken {
        peildag
        taken
        takenKlaar
        prognose {
          streefdatum
          verwacht
          uitloop
          uitleg
          fasen {
            ...FaseVanTraject
          }
        }
        kans {
          procent
          uitleg
        }
        stappen {
          id
          naam
          gremium {
            id
            naam
          }
          regionaal {
            aantal
            binnen
            voldaan
            haalbaar
            uitleg
          }
        }
        termijnen {
          id
          stand
          termijn {
            einde
          }
          stap {
            id
            naam
          }
          gemeente {
            id
            naam
          }
        }
        risicos {
          id
          naam
          score
          zwaarte
          trend
          maatregel
          eigenaar {
            id
            naam
          }
        }
        gemeenten {
          stappen
          binnen
          mis
          volgendeTermijn
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
        }
      }
    }
  }
`);

export const VerschillenQuery = graphql(`
  query Verschillen($id: ID!, $sinds: Datum!, $stand: Datum) {
    positie
    verschillen(traject: $id, sinds: $sinds, stand: $stand) {
      soort
      richting
      zin
    }
  }
`);

export type Traject = NonNullable<Antwoord["traject"]>;
export type Stand = Traject["standVanZaken"] & Pick<Traject, "budget">;

export const RICHTING: Record<VerschilRichting, [soort: StatusSoort, woord: string]> = {
  BETER: ["gereed", "beter"],
  SLECHTER: ["fout", "slechter"],
  ANDERS: ["open", "anders"],
};

/** How worrying a chance is: an icon, a word and a colour. */
export function kansWoord(procent: number, uitloop: number | null | undefined): [StatusSoort, string] {
  if ((uitloop ?? 0) > 0) return ["fout", "al geschoven"];
  if (procent === 0) return ["gereed", "geen"];
  if (procent < 25) return ["gereed", "klein"];
  if (procent < 60) return ["wacht", "redelijk"];
  return ["fout", "groot"];
}
