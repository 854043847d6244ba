import { graphql } from "~/graphql/gen";

export const VersieRegel = graphql(`
  fragment VersieRegel on AfspraakVersie {
    id
    nummer
    naam
    hash
    op
    door {
      id
      naam
    }
    terugNaar {
      id
      nummer
    }
  }
`);

export const TekstQuery = graphql(`
  query TekstVanAfspraak($id: ID!) {
    positie
    afspraak(id: $id) {
      id
      naam
      magSchrijven
      tekst {
        leeg
        html
        hash
        artikelMetBsn
      }
    }
  }
`);

export const VersiesQuery = graphql(`
  query VersiesVanAfspraak($id: ID!) {
    positie
    afspraak(id: $id) {
      id
      magSchrijven
      versies {
        ...VersieRegel
      }
    }
  }
`);

export const VerschilQuery = graphql(`
  query Tekstverschil($id: ID!, $van: ID, $naar: ID) {
    positie
    afspraak(id: $id) {
      id
      tekstverschil(van: $van, naar: $naar) {
        sleutel
        soort
        verplaatst
        vanNummer
        naarNummer
        kop {
          soort
          tekst
        }
        inhoud {
          soort
          tekst
        }
      }
    }
  }
`);

/** What can be mentioned in a text. */
export const NoembaarQuery = graphql(`
  query Noembaar {
    gemeenten {
      id
      naam
    }
    rollen {
      id
      naam
    }
    afspraken {
      id
      naam
    }
    contracten {
      id
      nummer
      naam
    }
    begrippen {
      sleutel
      woord
    }
    trajecten {
      id
      borden {
        id
        taken {
          id
          titel
        }
      }
    }
  }
`);
