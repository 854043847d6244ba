import { graphql } from "~/graphql/gen";

export const Telling = graphql(`
  fragment BijdrageTelling on Bijdragetelling {
    gehaald
    totaal
    procent
    teLaat
    niet
    onbekend
    inwonersdeel
  }
`);

export const BijdrageQuery = graphql(`
  query Bijdrage($van: Datum, $tot: Datum, $gemeente: ID!, $metGemeente: Boolean!) {
    positie
    bijdrage(van: $van, tot: $tot) {
      van
      tot
      maten {
        soort
        uitleg
        regios {
          regio {
            id
            sleutel
            naam
          }
          telling {
            ...BijdrageTelling
          }
        }
        alle {
          ...BijdrageTelling
        }
        spreiding {
          laagste
          midden
          hoogste
        }
        verloop {
          naam
          van
          regios {
            regio {
              id
              sleutel
              naam
            }
            telling {
              ...BijdrageTelling
            }
          }
        }
      }
      gemeente(gemeente: $gemeente) @include(if: $metGemeente) {
        gemeente {
          id
          naam
        }
        maten {
          soort
          telling {
            ...BijdrageTelling
          }
        }
      }
    }
  }
`);
