import { graphql } from "~/graphql/gen";
import type { LijnenQuery as Antwoord } from "~/graphql/gen/graphql";
import { komtVoor } from "~/lib/zoek";

export const LijnenQuery = graphql(`
  query Lijnen {
    positie
    modules {
      id
      sleutel
      naam
    }
    lijnen {
      stil
      afspraken {
        id
        naam
        fase
      }
      vergaderingen {
        id
        datum
        gremium {
          id
          naam
        }
      }
      frequenties {
        naam
        hoeVaak
      }
      relatie {
        stand
        eigen
        ...RelatieVoluit
      }
    }
  }
`);

export type Lijn = Antwoord["lijnen"][number];
export type Module = Antwoord["modules"][number];
type Partij = Lijn["relatie"]["van"];

export const naamVan = (partij: Partij) =>
  partij.__typename === "Organisatie" ? partij.afkorting : partij.naam;
export const lijnNaam = ({ relatie: { van, naar, soort } }: Lijn) =>
  `${naamVan(van)} ${soort} ${naamVan(naar)}`;

export const FILTERS = ["zoek", "soort", "module", "toon"] as const;
export const TOON = [
  { id: "stil", naam: "Waar niets over loopt" },
  { id: "gewenst", naam: "Wat gewenst is" },
] as const;

/** Does a line pass the filters? */
export function past(
  { relatie, stil }: Lijn,
  filters: Record<(typeof FILTERS)[number], string>,
  zoekt = komtVoor,
) {
  const { van, naar, soort, omschrijving, module, stand } = relatie;
  return (
    (!filters.zoek || zoekt(filters.zoek, naamVan(van), naamVan(naar), soort, omschrijving)) &&
    (!filters.soort || soort === filters.soort) &&
    (!filters.module || module?.id === filters.module) &&
    (filters.toon !== "stil" || stil) &&
    (filters.toon !== "gewenst" || stand === "GEWENST")
  );
}

/** The same line in another module. */
export const tegenhanger = (lijn: Lijn, lijnen: readonly Lijn[], module: string) =>
  lijnen.find(
    ({ relatie: { van, naar, soort, module: eigen } }) =>
      eigen?.id === module &&
      van.id === lijn.relatie.van.id &&
      naar.id === lijn.relatie.naar.id &&
      soort === lijn.relatie.soort,
  );
