import { graphql } from "~/graphql/gen";

/** What happens to agreements. One subscription for the whole app: see app/Stromen. */
export const AfsprakenAbonnement = graphql(`
  subscription Afspraken($vanaf: Positie) {
    afspraken(vanaf: $vanaf) {
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
      ... on AfspraakGewijzigd {
        afspraak {
          ...AfspraakVolledig
        }
      }
      ... on UitkomstVastgelegd {
        uitkomst {
          id
          naam
        }
      }
      ... on UitvoeringGewijzigd {
        uitvoering {
          ...UitvoeringCel
          afspraak {
            id
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
      ... on RondeGewijzigd {
        ronde {
          ...RondeVolledig
          afspraak {
            id
          }
        }
      }
      ... on AfwijkingGewijzigd {
        afwijking {
          ...AfwijkingRegel
        }
      }
      ... on SignaalGewijzigd {
        signaal {
          ...SignaalRegel
        }
      }
      ... on KanttekeningGewijzigd {
        kanttekening {
          ...KanttekeningRegel
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
