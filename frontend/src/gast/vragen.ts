/** What the phone asks. Texts, not the documents of the app: those would carry all questions of all pages along. */

export const SESSIE = /* GraphQL */ `
  fragment GastSessie on Sessie {
    id
    naam
    doel
    stand
    anoniem
    modereren
    huidigeFase
    aantalDeelnemers
    fasen {
      id
      soort
      naam
      uitleg
      begonnen
      getoond
      looptTot
      stemmingOpen
      aantalGestemd
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
    groepen {
      id
      naam
    }
    opbrengsten {
      id
      soort
      titel
      eigenaar
      datum
    }
  }
`;

export const NOTITIE = /* GraphQL */ `
  fragment GastNotitie on Notitie {
    id
    tekst
    fase
    kolom
    groep
    auteur
    achterban {
      naam
    }
  }
`;

export const DEELNAME = /* GraphQL */ `
  query GastDeelname {
    mijnDeelname {
      id
      schuilnaam
      toelating
      klaar
      gestemd
      sessie {
        ...GastSessie
        positie
        notities {
          ...GastNotitie
        }
      }
    }
  }
`;

export const VOLG = /* GraphQL */ `
  subscription GastVolg($id: ID!, $vanaf: Positie) {
    sessie(id: $id, vanaf: $vanaf) {
      __typename
      ... on SessieStand {
        positie
        sessie {
          ...GastSessie
        }
        gewijzigd {
          ...GastNotitie
        }
        weg
      }
      ... on Bijgewerkt {
        positie
      }
      ... on HerladenNodig {
        positie
      }
    }
  }
`;

export const AANWEZIG = /* GraphQL */ `
  subscription GastAanwezig($id: ID!, $scherm: UUID!) {
    sessieAanwezigheid(id: $id, scherm: $scherm) {
      aantal
    }
  }
`;

export const SCHRIJF = /* GraphQL */ `
  mutation GastSchrijft($input: SchrijfNotitieInput!) {
    schrijfNotitie(input: $input) {
      notitie
      fouten {
        code
        bericht
      }
    }
  }
`;

export const WIJZIG = /* GraphQL */ `
  mutation GastWijzigt($input: WijzigNotitieInput!) {
    wijzigNotitie(input: $input) {
      notitie
      fouten {
        code
        bericht
      }
    }
  }
`;

export const TREK_IN = /* GraphQL */ `
  mutation GastTrektIn($input: TrekNotitieInInput!) {
    trekNotitieIn(input: $input) {
      notitie
      fouten {
        code
        bericht
      }
    }
  }
`;

export const KLAAR = /* GraphQL */ `
  mutation GastIsKlaar($input: MeldKlaarInput!) {
    meldKlaar(input: $input) {
      deelname {
        klaar
      }
      fouten {
        code
        bericht
      }
    }
  }
`;

export const STEM = /* GraphQL */ `
  mutation GastStemt($input: BrengStemUitInput!) {
    brengStemUit(input: $input) {
      deelname {
        gestemd
      }
      fouten {
        code
        bericht
      }
    }
  }
`;
