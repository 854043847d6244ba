import { graphql } from "~/graphql/gen";
import type { ZoekQuery as Gelezen } from "~/graphql/gen/graphql";

export const ZoekQuery = graphql(`
  query Zoek($tekst: String!, $soorten: [Zoeksoort!] = [], $first: Int!) {
    zoek(tekst: $tekst, soorten: $soorten, first: $first) {
      totaal
      bedoeld
      perSoort {
        soort
        aantal
      }
      pageInfo {
        hasNextPage
      }
      nodes {
        soort
        bij
        voorbij
        titel {
          tekst
          raak
        }
        fragment {
          tekst
          raak
        }
        object {
          __typename
          id
          ... on Persoon {
            naam
          }
          ... on Contract {
            nummer
          }
          ... on Afwijking {
            afspraak {
              id
            }
          }
          ... on Signaal {
            afspraak {
              id
            }
          }
        }
      }
    }
  }
`);

export type Gevonden = Gelezen["zoek"];
export type Resultaat = Gevonden["nodes"][number];

export const platteTekst = (delen: { tekst: string }[]): string => delen.map(({ tekst }) => tekst).join("");
