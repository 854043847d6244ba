import { graphql } from "~/graphql/gen";

export const TaakOpBord = graphql(`
  fragment TaakOpBord on Taak {
    id
    nummer
    titel
    plaats
    versie
    vervaldatum
    herhaling {
      elke
      eenheid
    }
    teLaat
    kolomSinds
    aantalOpmerkingen
    magWijzigen
    gearchiveerdOp
    bord {
      id
    }
    kolom {
      id
    }
    functie {
      id
      naam
    }
    gemeenten {
      id
      naam
    }
    regios {
      id
      sleutel
    }
    eigenaar {
      id
      naam
      initialen
    }
    voortgang {
      gereed
      totaal
    }
  }
`);

/** What only the panel of one task shows. */
export const Checklist = graphql(`
  fragment Checklist on Taak {
    id
    checkpunten {
      id
      tekst
      af
      plaats
    }
  }
`);
export const Opmerkingen = graphql(`
  fragment Opmerkingen on Taak {
    id
    opmerkingen {
      id
      tekst
      op
      gewijzigdOp
      magWijzigen
      door {
        id
        naam
        initialen
      }
    }
  }
`);

export const BordQuery = graphql(`
  query Bord($id: ID!, $stand: Datum) {
    bord(id: $id, stand: $stand) {
      id
      naam
      positie
      aantalGearchiveerd
      kolommen {
        id
        naam
        soort
        volgorde
      }
      traject {
        id
        naam
        functies {
          id
          naam
          nuInModule1
        }
      }
      taken {
        ...TaakOpBord
      }
    }
  }
`);

export const IntegratieAbonnement = graphql(`
  subscription Integratie($traject: ID!, $vanaf: Positie) {
    integratie(traject: $traject, vanaf: $vanaf) {
      __typename
      ... on Gebeurtenis {
        id
        positie
        zin
        clientMutatieId
        door {
          id
        }
      }
      ... on TaakGemaakt {
        taak {
          ...TaakOpBord
        }
      }
      ... on TaakGewijzigd {
        taak {
          ...TaakOpBord
          omschrijving
        }
      }
      ... on TaakVerplaatst {
        taak {
          ...TaakOpBord
        }
      }
      ... on TaakGearchiveerd {
        taak {
          ...TaakOpBord
        }
      }
      ... on TaakHersteld {
        taak {
          ...TaakOpBord
        }
      }
      ... on ChecklistGewijzigd {
        taak {
          ...TaakOpBord
          ...Checklist
        }
      }
      ... on OpmerkingenGewijzigd {
        taak {
          ...TaakOpBord
          ...Opmerkingen
        }
      }
      ... on MijlpaalGewijzigd {
        mijlpaal {
          ...MijlpaalOpTijdlijn
        }
      }
      ... on BesluitGewijzigd {
        besluit {
          id
          naam
          stappen {
            ...BesluitStap
          }
        }
      }
      ... on ZienswijzepuntGewijzigd {
        punt {
          ...PuntInRegister
        }
      }
      ... on RisicoGewijzigd {
        risico {
          ...RisicoInRegister
        }
      }
      ... on OverdrachtGewijzigd {
        cel {
          ...Overdracht
        }
      }
      ... on AutonomieGewijzigd {
        autonomie {
          ...AutonomieVan
        }
      }
      ... on BudgetGewijzigd {
        regel {
          ...BudgetRegel
        }
      }
      ... on GereedheidGewijzigd {
        gereedheid {
          ...GereedheidVanGemeente
        }
      }
      ... on BesluitcelGewijzigd {
        cel {
          ...BesluitCel
        }
      }
      ... on Bijgewerkt {
        positie
      }
      ... on HerladenNodig {
        positie
        reden
      }
    }
  }
`);
