import { graphql } from "~/graphql/gen";
import type { HerinneringenQuery as Antwoord, HerinneringSoort } from "~/graphql/gen/graphql";

export const HerinneringenQuery = graphql(`
  query Herinneringen {
    herinneringen {
      soort
      dag
      titel
      teLaat
      traject {
        id
        naam
      }
      onderwerp {
        __typename
        id
        ... on Persoon {
          naam
        }
        ... on Contract {
          nummer
        }
      }
    }
  }
`);

export type Herinnering = Antwoord["herinneringen"][number];

export const SOORT: Record<HerinneringSoort, string> = {
  TERMIJN: "Termijn",
  BESLUIT: "Besluit",
  MIJLPAAL: "Mijlpaal",
  TAAK: "Taak",
};
