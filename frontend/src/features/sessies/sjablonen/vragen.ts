import { graphql } from "~/graphql/gen";
import type { SjablonenQuery as Antwoord } from "~/graphql/gen/graphql";

export const SjablonenQuery = graphql(`
  query Sjablonen {
    positie
    sessiesjablonen {
      id
      naam
      omschrijving
      eigen
      versie
      minuten
      fasen {
        soort
        naam
        uitleg
        kolommen
        antwoorden
        minuten
        stemming {
          vorm
          budget
          perKeuze
        }
      }
    }
  }
`);

export type Sjabloon = Antwoord["sessiesjablonen"][number];
