import { graphql } from "~/graphql/gen";

/** What happens to contracts and their comparison. One subscription while one is at these pages: see app/Stromen. */
export const ContractenAbonnement = graphql(`
  subscription Contracten($vanaf: Positie) {
    contracten(vanaf: $vanaf) {
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
      ... on ContractGewijzigd {
        contract {
          ...ContractVolledig
        }
      }
      ... on VergelijkingGewijzigd {
        attribuut {
          ...AttribuutVolledig
        }
        cel {
          ...CelVolledig
        }
      }
      ... on InwonersGewijzigd {
        gemeente {
          id
          naam
        }
      }
      ... on ContractimportGewijzigd {
        import {
          ...Importregel
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
