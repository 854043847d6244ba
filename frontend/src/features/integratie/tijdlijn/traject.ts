import { graphql } from "~/graphql/gen";
import type { TijdlijnQuery as Antwoord, VoorbeeldQuery as VoorbeeldAntwoord } from "~/graphql/gen/graphql";

export const MijlpaalOpTijdlijn = graphql(`
  fragment MijlpaalOpTijdlijn on Mijlpaal {
    id
    volgorde
    naam
    van
    tot
    gereedOp
    voorwaardelijk
    actoren {
      id
      naam
    }
    na {
      wachttijd
      mijlpaal {
        id
        naam
      }
    }
  }
`);

export const VergaderingInKalender = graphql(`
  fragment VergaderingInKalender on Vergadering {
    id
    datum
    aanleverdatum
    vervallen
    versie
    gewijzigdOp
    gewijzigdDoor {
      id
      naam
    }
    gremium {
      id
      naam
    }
  }
`);

export const TerugplanningQuery = graphql(`
  query Terugplanning($traject: ID!) {
    terugplanning(traject: $traject) {
      positie
      fouten {
        code
        bericht
        veld
      }
      regels {
        wasVan
        wasTot
        van
        tot
        verschuift
        teLaat
        houvast
        uitleg
        mijlpaal {
          id
          naam
        }
      }
    }
  }
`);

export const TijdlijnQuery = graphql(`
  query Tijdlijn($id: ID!, $op: Datum, $stand: Datum) {
    positie
    traject(id: $id, stand: $stand) {
      id
      naam
      prognose(op: $op) {
        peildag
        streefdatum
        verwacht
        uitloop
        uitleg
        fasen {
          ...FaseVanTraject
        }
        mijlpalen {
          van
          tot
          later
          speling
          kritiek
          gehaaldOp
          mijlpaal {
            ...MijlpaalOpTijdlijn
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
      besluiten {
        id
        cellen {
          id
          stand
          termijn {
            begin
            einde
          }
          stap {
            id
            naam
          }
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
      vergaderingen {
        ...VergaderingInKalender
      }
      borden {
        id
        taken {
          id
          regios {
            id
            sleutel
          }
          titel
          vervaldatum
          teLaat
          functie {
            id
            naam
          }
        }
      }
    }
  }
`);

export const VoorbeeldQuery = graphql(`
  query Voorbeeld($mijlpaal: ID!, $van: Datum!, $tot: Datum!, $op: Datum) {
    positie
    voorbeeldverplaatsing(mijlpaal: $mijlpaal, van: $van, tot: $tot, op: $op) {
      breuken
      uitloopNu
      uitloop
      uitleg
      fouten {
        code
        bericht
        veld
      }
      verschuivingen {
        van
        tot
        later
        mijlpaal {
          id
          naam
        }
      }
    }
  }
`);

export type Traject = NonNullable<Antwoord["traject"]>;
export type Vergadering = Traject["vergaderingen"][number];
export type Regel = Traject["prognose"]["mijlpalen"][number];
export type Voorbeeld = NonNullable<VoorbeeldAntwoord["voorbeeldverplaatsing"]>;
/** Days that were chosen and not saved yet. */
export type Wens = { id: string; van: string; tot: string };
