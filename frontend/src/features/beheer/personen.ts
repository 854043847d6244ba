import { graphql } from "~/graphql/gen";

graphql(`
  fragment PersoonInBeheer on Persoon {
    id
    naam
    initialen
    actief
    email
    aanstellingen {
      id
      hubrol
      van
      tot
      gemeente {
        id
        naam
      }
      vervangt {
        id
        naam
      }
    }
  }
`);

export const PersonenQuery = graphql(`
  query PersonenInBeheer($zoek: String, $hubrol: Hubrol, $after: String) {
    positie
    personen(first: 100, after: $after, zoek: $zoek, hubrol: $hubrol) {
      totaal
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...PersoonInBeheer
      }
    }
  }
`);

export const PersoonQuery = graphql(`
  query PersoonInBeheer($id: ID!) {
    positie
    node(id: $id) {
      __typename
      id
      ...PersoonInBeheer
    }
    gemeenten {
      id
      naam
    }
  }
`);

export const MaakPersoon = graphql(`
  mutation MaakPersoon($input: MaakPersoonInput!) {
    maakPersoon(input: $input) {
      positie
      fouten {
        code
        bericht
        veld
      }
      persoon {
        ...PersoonInBeheer
      }
    }
  }
`);

export const WijzigPersoon = graphql(`
  mutation WijzigPersoon($input: WijzigPersoonInput!) {
    wijzigPersoon(input: $input) {
      positie
      fouten {
        code
        bericht
        veld
      }
      persoon {
        ...PersoonInBeheer
      }
    }
  }
`);

export const GeefAanstelling = graphql(`
  mutation GeefAanstelling($input: GeefAanstellingInput!) {
    geefAanstelling(input: $input) {
      positie
      fouten {
        code
        bericht
        veld
      }
      persoon {
        ...PersoonInBeheer
      }
    }
  }
`);

export const TrekAanstellingIn = graphql(`
  mutation TrekAanstellingIn($input: TrekAanstellingInInput!) {
    trekAanstellingIn(input: $input) {
      positie
      fouten {
        code
        bericht
        veld
      }
      persoon {
        ...PersoonInBeheer
      }
    }
  }
`);
