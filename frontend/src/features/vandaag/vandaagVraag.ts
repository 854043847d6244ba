import { graphql } from "~/graphql/gen";

graphql(`
  fragment TaakOpVandaag on Taak {
    id
    nummer
    titel
    vervaldatum
    teLaat
    kolom {
      id
      naam
      soort
    }
    eigenaar {
      id
      naam
      initialen
    }
    regios {
      id
      sleutel
    }
    voortgang {
      gereed
      totaal
    }
  }
`);

export const VandaagQuery = graphql(`
  query Vandaag {
    vandaag {
      positie
      vorigBezoek
      mijnTaken {
        ...TaakOpVandaag
      }
      teLaat {
        ...TaakOpVandaag
      }
      teTekenen {
        id
        partij
        stand
        gemeente {
          id
          naam
        }
        ronde {
          id
          deadline
          afspraak {
            id
            naam
          }
        }
      }
      teHerzien {
        id
        naam
        herzienOp
        teHerzien
      }
      vermeldingen {
        id
        tijdstip
        zin
        door {
          id
          naam
          initialen
        }
        taak {
          id
          titel
        }
      }
      gewijzigd {
        titel
        aantal
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
        gebeurtenissen {
          __typename
          id
          tijdstip
          zin
          door {
            id
            naam
            initialen
          }
        }
      }
    }
  }
`);

export const MarkeerGezien = graphql(`
  mutation MarkeerGezien($input: MarkeerGezienInput!) {
    markeerGezien(input: $input) {
      fouten {
        code
        bericht
        veld
      }
    }
  }
`);
