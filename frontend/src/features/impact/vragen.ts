import { graphql } from "~/graphql/gen";
import type { ImpactVolledigFragment } from "~/graphql/gen/graphql";

graphql(`
  fragment ImpactVolledig on Impact {
    magVastleggen
    gemeenten {
      reden
      gemeente {
        id
        naam
      }
    }
    rollen {
      reden
      rol {
        id
        naam
      }
    }
    stakeholders {
      reden
      stakeholder {
        id
        naam
      }
    }
    personen {
      reden
      geinformeerdOp
      persoon {
        id
        naam
      }
    }
    weg {
      wat
      gedaan
      aanleveren
      uiterlijk
      gremium {
        id
        naam
        afkorting
      }
      vergadering {
        id
        datum
      }
    }
    geinformeerd {
      id
      ook
      kanaal
      dag
      door {
        id
        naam
      }
      personen {
        id
        naam
      }
    }
    bericht {
      onderwerp
      tekst
    }
  }
`);

export const ImpactQuery = graphql(`
  query Impact($id: ID!) {
    impact(onderwerp: $id) {
      ...ImpactVolledig
    }
  }
`);

export const MeldGeinformeerd = graphql(`
  mutation MeldGeinformeerd($input: MeldGeinformeerdInput!) {
    meldGeinformeerd(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      impact {
        ...ImpactVolledig
      }
    }
  }
`);

export type Impact = ImpactVolledigFragment;
