import { graphql } from "~/graphql/gen";
import type { AfwijkingRegelFragment } from "~/graphql/gen/graphql";

export const AfwijkingRegel = graphql(`
  fragment AfwijkingRegel on Afwijking {
    id
    artikel
    kop
    reden
    hier
    tot
    beeindigdOp
    geldt
    versie
    magWijzigen
    sinds
    gewijzigdDoor {
      id
      naam
    }
    eigenaar {
      id
      naam
    }
    gemeente {
      id
      naam
    }
    afspraak {
      id
      naam
    }
  }
`);

export const AfwijkingenQuery = graphql(`
  query Afwijkingen {
    positie
    afwijkingen {
      ...AfwijkingRegel
    }
  }
`);

export const AfwijkingenVanQuery = graphql(`
  query AfwijkingenVanAfspraak($id: ID!) {
    positie
    afspraak(id: $id) {
      id
      magAfwijken {
        id
        naam
      }
      gemeenten {
        id
        naam
      }
      versies {
        id
        nummer
        naam
        artikelen {
          sleutel
          kop
        }
      }
      afwijkingen {
        ...AfwijkingRegel
      }
    }
  }
`);

export const GeldendeTekstQuery = graphql(`
  query GeldendeTekst($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on AfspraakVersie {
        tekst {
          artikelen {
            sleutel
            nummer
            kop
            plat
          }
        }
      }
    }
  }
`);

export type Afwijking = AfwijkingRegelFragment;
