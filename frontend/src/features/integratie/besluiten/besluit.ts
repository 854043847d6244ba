import { graphql } from "~/graphql/gen";
import type { BesluitQuery as Antwoord } from "~/graphql/gen/graphql";

export const BesluitCel = graphql(`
  fragment BesluitCel on Besluitcel {
    id
    status
    stand
    datum
    ontvangenOp
    dagenTeLaat
    hoedanigheid
    document
    notitie
    versie
    magInvullen
    gewijzigdOp
    gewijzigdDoor {
      id
      naam
    }
    verlenging {
      waarde
      eenheid
      woorden
    }
    termijn {
      begin
      einde
      uitleg
    }
    gremium {
      id
      naam
    }
    stap {
      id
    }
    gemeente {
      id
      naam
    }
  }
`);

export const BesluitStap = graphql(`
  fragment BesluitStap on Besluitstap {
    id
    naam
    soort
    hoedanigheid
    gremium {
      id
      naam
    }
    mogelijkeGremia {
      hoedanigheden
      gremium {
        id
        naam
      }
    }
    regel {
      soort
      drempel
      woorden
      gewichten {
        gewicht
        gemeente {
          id
        }
      }
    }
    mijlpaal {
      id
      van
      tot
    }
    termijn {
      soort
      artikel
      grondslag
      begin
      richting
      duur {
        waarde
        eenheid
        woorden
      }
    }
    regionaal {
      aantal
      binnen
      voldaan
      haalbaar
      uitleg
    }
  }
`);

export const BesluitQuery = graphql(`
  query Besluit($id: ID!, $op: Datum, $stand: Datum) {
    positie
    besluit(id: $id, op: $op, stand: $stand) {
      id
      naam
      peildatum
      peildag
      gemeenten {
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
      stappen {
        ...BesluitStap
      }
      cellen {
        ...BesluitCel
      }
      traject {
        id
        naam
        mijlpalen {
          id
          naam
        }
        prognose(op: $op) {
          peildag
          streefdatum
          verwacht
          uitloop
          uitleg
        }
      }
    }
  }
`);

export type Besluit = NonNullable<Antwoord["besluit"]>;
export type Stap = Besluit["stappen"][number];
export type Cel = Besluit["cellen"][number];
export type Gemeente = Besluit["gemeenten"][number];
