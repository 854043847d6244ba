import { graphql } from "~/graphql/gen";

export const RegisterQuery = graphql(`
  query AfsprakenRegister {
    positie
    afspraken {
      ...AfspraakInRegister
    }
  }
`);

export const AfspraakQuery = graphql(`
  query Afspraak($id: ID!) {
    positie
    afspraak(id: $id) {
      ...AfspraakVolledig
    }
  }
`);

export const UitkomstenQuery = graphql(`
  query Uitkomsten {
    positie
    uitkomsten {
      id
      nummer
      naam
      herkomst {
        onzeker
        notitie
        bron {
          document
          paragraaf
        }
      }
      afspraken {
        id
        naam
        fase
        regionaal {
          status
          nodig
          gereed
          ontbreekt {
            id
            naam
          }
        }
      }
    }
  }
`);

/** What a form about agreements chooses from. */
export const KeuzesQuery = graphql(`
  query AfspraakKeuzes {
    modules {
      id
      domeinen {
        id
        naam
      }
    }
    uitkomsten {
      id
      nummer
      naam
    }
    afspraken {
      id
      naam
      fase
      soort
    }
    rollen {
      id
      naam
      soort
    }
  }
`);

export const UitvoeringQuery = graphql(`
  query UitvoeringPerGemeente {
    positie
    gemeenten {
      id
      naam
      regio {
        id
        sleutel
      }
      subregio {
        id
        sleutel
      }
    }
    afspraken {
      id
      naam
      fase
      regionaal {
        status
        nodig
        gereed
        ontbreekt {
          id
          naam
        }
      }
      uitvoering {
        ...UitvoeringCel
      }
    }
  }
`);
