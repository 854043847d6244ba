import { graphql } from "~/graphql/gen";

export const GemeentenQuery = graphql(`
  query Gemeenten($op: Datum!) {
    positie
    regios {
      id
      sleutel
      naam
      niveau
    }
    modules {
      id
      naam
      titel
    }
    gemeenten {
      id
      naam
      jeugdregio
      regio {
        id
        sleutel
        naam
      }
      subregio {
        id
        sleutel
        naam
      }
      accounthouders {
        id
        naam
        initialen
      }
      deelnames(op: $op) {
        id
        status
        module {
          id
        }
        herkomst {
          onzeker
        }
      }
    }
  }
`);

export const GemeenteQuery = graphql(`
  query Gemeente($id: ID!) {
    positie
    node(id: $id) {
      __typename
      id
      ... on Gemeente {
        naam
        jeugdregio
        contractschaalJeugdNml
        regio {
          id
          sleutel
          naam
        }
        subregio {
          id
          sleutel
          naam
        }
        bijzonderheden {
          soort
          omschrijving
          bron {
            document
            paragraaf
          }
        }
        bezetting {
          ...BezettingVoluit
        }
        deelnames {
          id
          status
          van
          tot
          module {
            id
            sleutel
            naam
            titel
          }
          herkomst {
            ...HerkomstVoluit
          }
        }
        rollen {
          id
          naam
          soort
          beschrijving
          herkomst {
            ...HerkomstVoluit
          }
        }
        herkomst {
          ...HerkomstVoluit
        }
      }
    }
  }
`);

export const TakenVanGemeenteQuery = graphql(`
  query TakenVanGemeente($gemeente: ID!) {
    taken(first: 100, filter: { gemeente: $gemeente, gearchiveerd: false }) {
      totaal
      nodes {
        id
        titel
        vervaldatum
        teLaat
        kolom {
          id
          naam
          soort
        }
      }
    }
  }
`);
