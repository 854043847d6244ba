import { graphql } from "~/graphql/gen";
import type { KostenFragment, Kostenpositie } from "~/graphql/gen/graphql";

export const Kosten = graphql(`
  fragment Kosten on Kostenposities {
    positie
    sessies {
      sessie
      naam
      wanneer
      magVastleggen
      groepen {
        groep
        waarnemen
        beheersen
        voorkeur
      }
    }
    domeinen {
      domein
      naam
      opdracht
      sinds
      partijen {
        telt
        achterban {
          sleutel
          naam
          groep
        }
        standpunten {
          sessie
          positie
          toelichting
        }
      }
      verloop {
        sessie
        waarnemen
        beheersen
        onbekend
      }
    }
  }
`);

export const PositiesQuery = graphql(`
  query Kostenposities($ook: ID) {
    kostenposities(ook: $ook) {
      ...Kosten
    }
    sessies {
      id
      naam
      stand
      magLeiden
      verleden {
        datum
      }
    }
  }
`);

export type Domein = KostenFragment["domeinen"][number];
export type Kostensessie = KostenFragment["sessies"][number];
export type Partij = Domein["partijen"][number];
export type Moment = Domein["verloop"][number];

export const POSITIE: Record<Kostenpositie, string> = { WAARNEMEN: "Waarnemen", BEHEERSEN: "Beheersen" };
export const POSITIES = ["WAARNEMEN", "BEHEERSEN"] as const;
