import { graphql } from "~/graphql/gen";

graphql(`
  fragment HerkomstVoluit on Herkomst {
    onzeker
    notitie
    bron {
      document
      paragraaf
    }
    overigeBronnen {
      document
      paragraaf
    }
  }
`);

graphql(`
  fragment RelatieVoluit on Relatie {
    id
    soort
    omschrijving
    schema
    module {
      id
      naam
    }
    van {
      __typename
      ...PartijNaam
    }
    naar {
      __typename
      ...PartijNaam
    }
    herkomst {
      ...HerkomstVoluit
    }
  }
`);

graphql(`
  fragment PartijNaam on Partij {
    ... on Stakeholder {
      id
      naam
    }
    ... on Rol {
      id
      naam
    }
    ... on Organisatie {
      id
      naam
      afkorting
    }
  }
`);
