import { graphql } from "~/graphql/gen";

export const TaakOpBord = graphql(`
  fragment TaakOpBord on Taak {
    id
    nummer
    titel
    plaats
    versie
    vervaldatum
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

export const BordQuery = graphql(`
  query Bord($id: ID!) {
    bord(id: $id) {
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
        }
      }
      ... on OpmerkingenGewijzigd {
        taak {
          ...TaakOpBord
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
