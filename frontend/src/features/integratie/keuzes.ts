import { useEffect, useState } from "react";
import { useClient, useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import type { PersonenKeuzeQuery } from "~/graphql/gen/graphql";
import { regioSleutel } from "~/ui/Regiolabel";

const GemeentenQuery = graphql(`
  query GemeentenKeuze {
    gemeenten {
      id
      naam
      regio {
        id
        sleutel
      }
      subregio {
        id
        sleutel
      }
    }
  }
`);
const PersonenQuery = graphql(`
  query PersonenKeuze($after: String) {
    personen(first: 100, after: $after) {
      nodes {
        id
        naam
        initialen
        actief
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const STREKEN = [
  { naam: "Heel Noord", regio: "noord" },
  { naam: "MLO", regio: "mlo" },
  { naam: "MLW", regio: "mlw" },
] as const;
const GEEN_GEMEENTEN: never[] = [];

/** The gemeenten to choose from, with the regions as shortcuts. */
export function useGemeenten() {
  const [{ data }] = useQuery({ query: GemeentenQuery });
  const gemeenten = data?.gemeenten ?? GEEN_GEMEENTEN;
  const snelkeuzes = [
    ...STREKEN.map(({ naam, regio }) => ({
      naam,
      ids: gemeenten
        .filter((gemeente) => regioSleutel((gemeente.subregio ?? gemeente.regio).sleutel) === regio)
        .map(({ id }) => id),
    })),
    { naam: `Alle ${gemeenten.length}`, ids: gemeenten.map(({ id }) => id) },
  ].filter(({ ids }) => ids.length > 0);
  return { gemeenten, snelkeuzes };
}

const RollenQuery = graphql(`
  query RollenKeuze {
    rollen {
      id
      naam
    }
  }
`);

/** The roles and bodies to choose from, by name. */
export function useGremia() {
  const [{ data }] = useQuery({ query: RollenQuery });
  return [...(data?.rollen ?? [])].sort((een, ander) => een.naam.localeCompare(ander.naam, "nl"));
}

export type PersoonKeuze = PersonenKeuzeQuery["personen"]["nodes"][number];

/** Everybody who can own a task or be mentioned: all pages, one after the other. */
export function usePersonen(): PersoonKeuze[] {
  const client = useClient();
  const [personen, zetPersonen] = useState<PersoonKeuze[]>([]);
  useEffect(() => {
    let weg = false;
    const lees = async (after: string | null, tot: PersoonKeuze[]) => {
      const { data } = await client.query(PersonenQuery, { after }).toPromise();
      if (weg || !data) return;
      const alle = [...tot, ...data.personen.nodes];
      zetPersonen(alle.filter(({ actief }) => actief).sort((a, b) => a.naam.localeCompare(b.naam, "nl")));
      const { hasNextPage, endCursor } = data.personen.pageInfo;
      if (hasNextPage && endCursor) await lees(endCursor, alle);
    };
    void lees(null, []);
    return () => void (weg = true);
  }, [client]);
  return personen;
}
