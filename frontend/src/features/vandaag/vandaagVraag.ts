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
      signalen {
        id
        tekst
        stand
        afspraak {
          id
          naam
        }
      }
      teBesluiten {
        id
        stap {
          id
          naam
        }
        gemeente {
          id
          naam
        }
        termijn {
          einde
        }
        datum
      }
      uitTeVoeren {
        id
        naam
      }
      vergaderingen {
        id
        datum
        aanleverdatum
        gremium {
          id
          naam
          afkorting
        }
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

export const NuBezigQuery = graphql(`
  query NuBezig {
    vandaag {
      positie
      nuBezig {
        sessies {
          id
          naam
        }
        rondes {
          id
          fase
          deadline
          afspraak {
            id
            naam
          }
        }
        afspraken {
          afspraak {
            id
            naam
          }
          personen {
            id
            naam
            initialen
          }
        }
      }
    }
  }
`);
