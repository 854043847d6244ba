import { graphql } from "~/graphql/gen";
import type { BezettingVoluitFragment } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";

export type Bezetting = BezettingVoluitFragment;

export const BezettingVoluit = graphql(`
  fragment BezettingVoluit on Bezetting {
    adres
    naam
    functie
    van
    tot
    versie
    magWijzigen
    rol {
      id
      naam
      soort
      sleutel
    }
    gemeente {
      id
      naam
    }
    persoon {
      id
      naam
      initialen
    }
    vervanger {
      id
      naam
    }
    vervangt {
      id
      naam
    }
  }
`);

export const ACCOUNTHOUDER = "rol-accounthouder-mgr";

/** Who speaks for a gemeente stands first; who stands in comes after. */
export const opVolgorde = (lijst: readonly Bezetting[]): Bezetting[] => {
  const plaats = ({ rol, vervangt }: Bezetting) =>
    (rol.sleutel === ACCOUNTHOUDER ? 0 : 2) + (vervangt ? 1 : 0);
  return lijst.toSorted((a, b) => plaats(a) - plaats(b) || a.rol.naam.localeCompare(b.rol.naam, "nl"));
};

/** "sinds 1 januari 2026", "van 1 januari 2026 tot en met 30 juni 2026". */
export const periode = ({ van, tot }: Bezetting) =>
  tot ? `van ${datumTekst(van)} tot en met ${datumTekst(tot)}` : `sinds ${datumTekst(van)}`;

/** One key for a row that may come from two places. */
export const sleutel = (een: Bezetting) =>
  een.adres ?? `${een.rol.id} ${een.gemeente?.id ?? ""} ${een.persoon?.id ?? een.naam}`;
