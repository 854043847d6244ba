import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { dagVan } from "~/lib/datum";
import { Foutstaat, Skelet } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import { Regel } from "../taak/Geschiedenis";
import taak from "../taak/Taak.module.css";

const CelGeschiedenisQuery = graphql(`
  query CelGeschiedenis($id: ID!) {
    positie
    node(id: $id) {
      __typename
      ... on Autonomie {
        id
        geschiedenis(first: 20) {
          nodes {
            id
            zin
            tijdstip
            wijzigingen {
              veld
              van
              naar
            }
          }
        }
      }
      ... on Budgetregel {
        id
        geschiedenis(first: 20) {
          nodes {
            id
            zin
            tijdstip
            wijzigingen {
              veld
              van
              naar
            }
          }
        }
      }
      ... on Overdrachtcel {
        id
        geschiedenis(first: 20) {
          nodes {
            id
            zin
            tijdstip
            wijzigingen {
              veld
              van
              naar
            }
          }
        }
      }
      ... on Besluitcel {
        id
        geschiedenis(first: 20) {
          nodes {
            id
            zin
            tijdstip
            wijzigingen {
              veld
              van
              naar
            }
          }
        }
      }
    }
  }
`);

/** What happened to a cell, newest first. */
export function CelGeschiedenis({ cel, bereik }: { cel: string; bereik: string }) {
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [{ data, error }, lees] = useQuery({ query: CelGeschiedenisQuery, variables: { id: cel }, context });
  const node = data?.node && "geschiedenis" in data.node ? data.node : undefined;
  const regels = node?.geschiedenis.nodes ?? [];
  const dagen = regels.map(({ tijdstip }) => dagVan(new Date(tijdstip)));
  return (
    <Vak titel="Geschiedenis">
      {node ? (
        <ol className={taak.geschiedenis}>
          {regels.map((regel, i) => (
            <Regel
              key={regel.id}
              gebeurtenis={regel}
              dag={dagen[i] === dagen[i - 1] ? undefined : dagen[i]}
            />
          ))}
          {regels.length === 0 && <li>Nog niemand vulde deze cel in.</li>}
        </ol>
      ) : error ? (
        <Foutstaat
          gebeurd="De geschiedenis kon niet geladen worden."
          opnieuw={() => lees({ requestPolicy: "network-only", bereik })}
        />
      ) : (
        <Skelet regels={3} />
      )}
    </Vak>
  );
}
