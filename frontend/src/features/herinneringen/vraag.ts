import { onderwerpAdres } from "~/features/vandaag/onderwerpAdres";
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
        ... on Ronde {
          afspraak {
            id
          }
        }
        ... on Afwijking {
          afspraak {
            id
          }
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
  ONDERTEKENEN: "Ondertekenen",
  HERZIENING: "Herziening",
  AFWIJKING: "Afwijking",
};

/** The page one goes to from a reminder. */
export function herinneringAdres(onderwerp: Herinnering["onderwerp"]): string | undefined {
  switch (onderwerp?.__typename) {
    case "Ronde":
      return `/afspraken/afspraak/${onderwerp.afspraak.id}/ronde`;
    case "Afwijking":
      return `/afspraken/afspraak/${onderwerp.afspraak.id}/afwijkingen`;
    default:
      return onderwerpAdres(onderwerp);
  }
}
