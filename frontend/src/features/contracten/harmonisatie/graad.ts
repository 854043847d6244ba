import { graphql } from "~/graphql/gen";
import type { GraadFragment } from "~/graphql/gen/graphql";

export const Graad = graphql(`
  fragment Graad on Harmonisatiegraad {
    op
    samen {
      totaal
      standen {
        stand
        aantal
        procent
        procentGewogen
      }
    }
    perElement {
      element
      naam
      samen {
        totaal
        standen {
          stand
          aantal
          procent
          procentGewogen
        }
      }
      perRegio {
        regio {
          id
          sleutel
          naam
        }
        samen {
          totaal
          standen {
            stand
            aantal
            procent
            procentGewogen
          }
        }
      }
    }
    perDomein {
      domein {
        id
        naam
      }
      samen {
        totaal
        standen {
          stand
          aantal
          procent
          procentGewogen
        }
      }
    }
    perContract {
      contract {
        id
        nummer
        naam
      }
      samen {
        totaal
        standen {
          stand
          aantal
          procent
          procentGewogen
        }
      }
    }
    perRegio {
      regio {
        id
        sleutel
        naam
      }
      samen {
        totaal
        standen {
          stand
          aantal
          procent
          procentGewogen
        }
      }
    }
    inwoners {
      aantal
      zeker
      bron
      peildatum
      gemeente {
        id
        naam
      }
    }
  }
`);

export type Graad = GraadFragment;
export type Standen = Graad["samen"];

/** "9,7%"; what cannot be counted is not zero. */
export const procentTekst = (procent: number | null | undefined): string =>
  procent === null || procent === undefined
    ? "–"
    : `${procent.toLocaleString("nl-NL", { maximumFractionDigits: 1 })}%`;
