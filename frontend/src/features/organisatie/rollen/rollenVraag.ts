import { graphql } from "~/graphql/gen";

export const RollenQuery = graphql(`
  query Rollen {
    positie
    groepen {
      id
      sleutel
      naam
    }
    rollen {
      id
      naam
      afkorting
      soort
      synoniemen
      beschrijving
      overlegFrequentie
      aantalLeden
      groep {
        id
        sleutel
        naam
      }
      herkomst {
        onzeker
      }
    }
  }
`);

export const GremiaQuery = graphql(`
  query Gremia($rol: ID) {
    positie
    gremia(rol: $rol) {
      hoedanigheden
      adviseert
      keerPerJaar
      gehouden
      gepland
      rol {
        id
        naam
        beslistOver
      }
      afgesproken {
        naam
        hoeVaak
        herkomst {
          bron {
            document
            paragraaf
          }
        }
      }
      komend {
        id
        datum
        aanleverdatum
      }
    }
  }
`);

export const RolQuery = graphql(`
  query Rol($id: ID!) {
    positie
    node(id: $id) {
      __typename
      id
      ... on Rol {
        sleutel
        naam
        afkorting
        soort
        beschrijving
        beslistOver
        synoniemen
        overlegFrequentie
        aantalLeden
        groep {
          id
          sleutel
          naam
        }
        modules {
          id
          sleutel
          naam
        }
        gemeente {
          id
          naam
        }
        invloed {
          naarMgr
          vanMgr
          naarDirecteStakeholders
          vanDirecteStakeholders
          bron {
            document
            paragraaf
          }
        }
        bezetting {
          ...BezettingVoluit
        }
        stakeholders {
          id
          naam
        }
        relaties {
          ...RelatieVoluit
        }
        herkomst {
          ...HerkomstVoluit
        }
      }
    }
  }
`);
