import { graphql } from "~/graphql/gen";

export const RegiosQuery = graphql(`
  query Regios($op: Datum!) {
    positie
    organisatie {
      id
      naam
      afkorting
      opgericht
      missie
      visie
      uitgangspunt
      huisvesting {
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
    regios {
      id
      sleutel
      naam
      afkorting
      niveau
      hoortBij {
        id
        sleutel
        naam
      }
      gemeenten {
        id
        naam
      }
      herkomst {
        ...HerkomstVoluit
      }
    }
    modules {
      id
      sleutel
      naam
      titel
      taken
      besloten
      domeinen {
        id
        naam
      }
      schaal {
        id
        sleutel
        naam
      }
      deelnames(op: $op) {
        id
        status
        van
        gemeente {
          id
        }
        module {
          id
        }
      }
      herkomst {
        ...HerkomstVoluit
      }
    }
  }
`);
