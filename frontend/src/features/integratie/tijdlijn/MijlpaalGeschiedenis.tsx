import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { dagVan } from "~/lib/datum";
import { Foutstaat, Skelet } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import { Regel } from "../taak/Geschiedenis";
import taak from "../taak/Taak.module.css";

const MijlpaalGeschiedenisQuery = graphql(`
  query MijlpaalGeschiedenis($id: ID!) {
    positie
    node(id: $id) {
      __typename
      ... on Mijlpaal {
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

/** What happened to a milestone, newest first. */
export function MijlpaalGeschiedenis({ mijlpaal, bereik }: { mijlpaal: string; bereik: string }) {
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [{ data, error }, lees] = useQuery({
    query: MijlpaalGeschiedenisQuery,
    variables: { id: mijlpaal },
    context,
  });
  const node = data?.node?.__typename === "Mijlpaal" ? data.node : undefined;
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
          {regels.length === 0 && <li>Er is nog niets aan veranderd.</li>}
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
