import { graphql } from "~/graphql/gen";

/** What happens to facts and persons. One subscription for the whole app: see app/Stromen. */
export const OrganisatieAbonnement = graphql(`
  subscription Organisatie($vanaf: Positie) {
    organisatie(vanaf: $vanaf) {
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
      ... on StakeholderGewijzigd {
        stakeholder {
          ...StakeholderOpKaart
        }
      }
      ... on PersoonGewijzigd {
        persoon {
          id
          naam
          initialen
          actief
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
