import { graphql } from "~/graphql/gen";
import type { MeldingenQuery as Gelezen, MeldingSoort } from "~/graphql/gen/graphql";
import { maakWinkel } from "~/lib/winkel";

export const PostvakAbonnement = graphql(`
  subscription Postvak($vanaf: Positie) {
    postvak(vanaf: $vanaf) {
      __typename
      ... on PostvakGewijzigd {
        positie
        nieuw {
          id
          zin
        }
        geinformeerdOver {
          id
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

export const OngelezenQuery = graphql(`
  query Ongelezen {
    meldingen(first: 1) {
      positie
      ongelezen
    }
  }
`);

/** What it takes to know the page of something. */
export const BestemmingFragment = graphql(`
  fragment Bestemming on Node {
    __typename
    id
    ... on Persoon {
      naam
    }
    ... on Contract {
      nummer
    }
    ... on Kanttekening {
      afspraak {
        id
      }
    }
    ... on Ronde {
      afspraak {
        id
      }
    }
    ... on Afwijking {
      afspraak {
        id
      }
    }
    ... on Signaal {
      afspraak {
        id
      }
    }
  }
`);

export const GevolgdQuery = graphql(`
  query Gevolgd {
    gevolgd {
      titel
      sinds
      onderwerp {
        ...Bestemming
      }
    }
  }
`);

export const MeldingenQuery = graphql(`
  query Meldingen($first: Int!, $alleenOngelezen: Boolean!) {
    meldingen(first: $first, alleenOngelezen: $alleenOngelezen) {
      positie
      ongelezen
      totaal
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        soort
        zin
        tijdstip
        gelezen
        door {
          id
          naam
          initialen
        }
        onderwerp {
          ...Bestemming
        }
      }
    }
  }
`);

export const VoorkeurenQuery = graphql(`
  query Meldingsvoorkeuren {
    meldingsvoorkeuren {
      soort
      bezorging
    }
  }
`);

export const NaarQuery = graphql(`
  query Naar($id: ID!) {
    node(id: $id) {
      ...Bestemming
    }
  }
`);

export type Melding = Gelezen["meldingen"]["nodes"][number];

/** Counts up whenever what there is to tell may have changed; who shows it reads anew. */
export const postvakOud = maakWinkel(0);
/** The same for who was informed about something. */
export const impactOud = maakWinkel(0);

export const SOORT: Record<MeldingSoort, string> = {
  VERMELDING: "Vermelding",
  TOEWIJZING: "Toewijzing",
  TERMIJN: "Termijn",
  ONDERTEKENEN: "Ondertekenen",
  SIGNAAL: "Signaal",
  INFORMATIE: "Om te weten",
  GEVOLGD: "Je volgt dit",
};
