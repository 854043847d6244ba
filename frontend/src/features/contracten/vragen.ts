import { graphql } from "~/graphql/gen";

export const ContractenQuery = graphql(`
  query ContractenRegister($stand: Datum) {
    positie
    contracten(stand: $stand) {
      ...ContractRegel
    }
  }
`);

export const ContractQuery = graphql(`
  query Contract($nummer: String!, $stand: Datum) {
    positie
    contract(nummer: $nummer, stand: $stand) {
      ...ContractVolledig
    }
  }
`);

/** The rows of the comparison, with these columns beside each other. */
export const VergelijkingQuery = graphql(`
  query Vergelijking($kolommen: [String!], $stand: Datum) {
    positie
    vergelijkingskolommen(kolommen: $kolommen) {
      sleutel
      naam
      soort
      magInvullen
    }
    attributen(stand: $stand) {
      ...AttribuutRegel
      cellen(kolommen: $kolommen) {
        ...CelVolledig
      }
      verschil(kolommen: $kolommen) {
        vergelijk
        hoeveel
        onbekend
      }
    }
  }
`);

export const HarmonisatieQuery = graphql(`
  query Harmonisatie($stand: Datum) {
    positie
    attributen(stand: $stand) {
      ...AttribuutVolledig
    }
    harmonisatiegraad(stand: $stand) {
      ...Graad
    }
  }
`);

export const VerloopQuery = graphql(`
  query Harmonisatieverloop {
    positie
    harmonisatieverloop {
      op
      samen {
        totaal
        standen {
          stand
          aantal
          procent
        }
      }
    }
  }
`);

/** What a form about contracts chooses from. */
export const KeuzesQuery = graphql(`
  query ContractKeuzes {
    modules {
      id
      domeinen {
        id
        naam
      }
    }
    rollen {
      id
      naam
      soort
    }
    contracten {
      id
      nummer
      naam
    }
  }
`);
