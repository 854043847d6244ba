import { graphql } from "~/graphql/gen";

export const GemeentewerkQuery = graphql(`
  query Gemeentewerk($gemeente: ID!) {
    positie
    gemeentewerk(gemeente: $gemeente) {
      uitvoering {
        id
        status
        notitie
        afspraak {
          id
          naam
        }
      }
      teTekenen {
        id
        partij
        stand
        ronde {
          id
          deadline
          afspraak {
            id
            naam
          }
        }
      }
      signalen {
        id
        tekst
        stand
        afspraak {
          id
          naam
        }
      }
      besluiten {
        besluit {
          id
          naam
          peildag
          traject {
            id
            sleutel
          }
        }
        stappen {
          gezet
          hoedanigheid
          gremium {
            id
            naam
          }
          vergadering {
            id
            datum
            aanleverdatum
          }
          cel {
            id
            status
            stand
            datum
            dagenTeLaat
            termijn {
              einde
            }
            stap {
              id
              naam
              soort
              mijlpaal {
                id
                van
              }
            }
          }
        }
      }
    }
  }
`);
