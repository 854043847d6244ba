import { graphql } from "~/graphql/gen";

export const StakeholdersQuery = graphql(`
  query Stakeholders($zoek: String, $groep: ID, $ring: Invloedsring, $analyse: ID, $after: String) {
    positie
    groepen {
      id
      naam
    }
    analyses {
      id
      naam
      jaar
    }
    stakeholders(first: 100, after: $after, zoek: $zoek, groep: $groep, ring: $ring, analyse: $analyse) {
      totaal
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        naam
        ring
        groep {
          id
          naam
        }
        analyses {
          id
          jaar
        }
        herkomst {
          onzeker
        }
      }
    }
  }
`);

export const StakeholderQuery = graphql(`
  query Stakeholder($id: ID!) {
    positie
    node(id: $id) {
      __typename
      id
      ... on Stakeholder {
        ...StakeholderOpKaart
        naam
        beschrijving
        ring
        grondslagRing
        voorbeelden
        aantal
        documenten
        groep {
          id
          naam
        }
        rol {
          id
          naam
        }
        analyses {
          id
          naam
          jaar
          ringenLeesbaar
          herkomst {
            ...HerkomstVoluit
          }
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
