import { graphql } from "~/graphql/gen";
import type { SessieOpBordFragment } from "~/graphql/gen/graphql";

export const SessieOpBord = graphql(`
  fragment SessieOpBord on Sessie {
    id
    naam
    doel
    stand
    anoniem
    modereren
    deur
    code
    codeTot
    magLeiden
    huidigeFase
    aantalDeelnemers
    afgerondOp
    begeleiders {
      persoon
      naam
    }
    fasen {
      id
      soort
      naam
      uitleg
      minuten
      looptTot
      begonnen
      getoond
      stemmingOpen
      aantalKlaar
      aantalGestemd
      aantalGewist
      kolommen {
        id
        naam
        aantal
      }
      stemming {
        vorm
        budget
        perKeuze
      }
      keuzes {
        id
        naam
      }
      uitslag {
        beschermd
        groepen {
          groep
          stemmers
          voorkeur
          regels {
            keuze
            punten
            procent
          }
        }
      }
    }
    deelnemers {
      id
      schuilnaam
      toelating
      klaar
      gestemd
      achterban {
        naam
        groep
      }
    }
    notities {
      id
      tekst
      fase
      kolom
      groep
      auteur
      opNaamVan
      stand
      laat
      toelichting
      achterban {
        naam
      }
    }
    groepen {
      id
      naam
      aantal
    }
    opbrengsten {
      id
      soort
      titel
      notitie
      groep
      eigenaar
      datum
      taak
    }
    verleden {
      datum
      vorm
      deelnemers
      themas
      document
      paragraaf
      onzeker
      notitie
    }
  }
`);

export const SessieQuery = graphql(`
  query SessieMetBord($id: ID!) {
    sessie(id: $id) {
      ...SessieOpBord
      positie
    }
  }
`);

export const VoorstellenQuery = graphql(`
  query Voorstellen($id: ID!) {
    sessie(id: $id) {
      id
      voorstellen {
        naam
        notities
      }
    }
  }
`);

export const SessieAbonnement = graphql(`
  subscription SessieStroom($id: ID!, $vanaf: Positie) {
    sessie(id: $id, vanaf: $vanaf) {
      __typename
      ... on SessieStand {
        positie
        clientMutatieId
        sessie {
          ...SessieOpBord
        }
      }
      ... on Bijgewerkt {
        positie
      }
      ... on HerladenNodig {
        positie
      }
    }
  }
`);

export const AanwezigAbonnement = graphql(`
  subscription SessieKijkers($id: ID!, $scherm: UUID!) {
    sessieAanwezigheid(id: $id, scherm: $scherm) {
      sessie
      aantal
      deelnemers
    }
  }
`);

export const SessiesQuery = graphql(`
  query Sessies {
    positie
    sessies {
      id
      naam
      doel
      stand
      magLeiden
      aantalDeelnemers
      fasen {
        id
        naam
        uitslag {
          beschermd
        }
      }
      notities {
        id
      }
      verleden {
        datum
        vorm
        themas
      }
      afgerondOp
    }
    sessiesjablonen {
      id
      naam
      omschrijving
      eigen
      minuten
      fasen {
        naam
      }
    }
  }
`);

/** For the list: what happens in any session. */
export const SessiesAbonnement = graphql(`
  subscription AlleSessies($vanaf: Positie) {
    sessie(vanaf: $vanaf) {
      __typename
      ... on SessieStand {
        positie
        sessie {
          id
          naam
          stand
          aantalDeelnemers
        }
      }
      ... on Bijgewerkt {
        positie
      }
      ... on HerladenNodig {
        positie
      }
    }
  }
`);

export type Sessie = SessieOpBordFragment;
export type Fase = Sessie["fasen"][number];
export type Notitie = Sessie["notities"][number];

export const bereikVan = (sessie: string) => `sessie:${sessie}`;
export const faseNu = (sessie: Sessie) => sessie.fasen.find(({ id }) => id === sessie.huidigeFase);
/** What is on the board, not in the inbox. */
export const opHetBord = (sessie: Sessie) => sessie.notities.filter(({ stand }) => stand === "ZICHTBAAR");
export const inPostvak = (sessie: Sessie) => sessie.notities.filter(({ stand }) => stand === "WACHT");
/** The collecting phase a board shows: the one of now, or the last one before it. */
export function verzamelfase(sessie: Sessie): Fase | undefined {
  const tot = sessie.fasen.findIndex(({ id }) => id === sessie.huidigeFase);
  const eerdere = tot < 0 ? sessie.fasen : sessie.fasen.slice(0, tot + 1);
  return eerdere.findLast(({ soort }) => soort === "VERZAMELEN");
}
export const meedoenAdres = (code: string) => `${location.origin}/meedoen/${code}`;
