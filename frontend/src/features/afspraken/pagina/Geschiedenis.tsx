import { useState } from "react";
import { useQuery } from "urql";
import { Regel } from "~/features/integratie/taak/Geschiedenis";
import { graphql } from "~/graphql/gen";
import { dagVan } from "~/lib/datum";
import { AFSPRAKEN } from "~/realtime/contexten";
import { Knop } from "~/ui/Knop";
import { Foutstaat, Skelet } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import type { Afspraak } from "../afspraak";
import stijl from "../Afspraken.module.css";

const AfspraakGeschiedenisQuery = graphql(`
  query AfspraakGeschiedenis($id: ID!, $after: String) {
    positie
    afspraak(id: $id) {
      id
      geschiedenis(first: 30, after: $after) {
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
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** Everything that happened to the agreement, newest first, what gemeenten did included. */
export function Geschiedenis({ afspraak }: { afspraak: Afspraak }) {
  return (
    <Vak titel="Geschiedenis">
      <Bladzijde id={afspraak.id} after={null} vorigeDag="" />
    </Vak>
  );
}

function Bladzijde({ id, after, vorigeDag }: { id: string; after: string | null; vorigeDag: string }) {
  const [meer, zetMeer] = useState(false);
  const [{ data, error }, lees] = useQuery({
    query: AfspraakGeschiedenisQuery,
    variables: { id, after },
    context: AFSPRAKEN,
  });
  const bladzijde = data?.afspraak?.geschiedenis;
  if (!bladzijde) {
    if (!error) return <Skelet regels={6} />;
    const opnieuw = () => lees({ requestPolicy: "network-only" });
    return <Foutstaat gebeurd="De geschiedenis kon niet geladen worden." opnieuw={opnieuw} />;
  }
  const { nodes, pageInfo } = bladzijde;
  const dagen = nodes.map(({ tijdstip }) => dagVan(new Date(tijdstip)));
  return (
    <>
      <ol className={stijl.geschiedenis}>
        {nodes.map((gebeurtenis, i) => (
          <Regel
            key={gebeurtenis.id}
            gebeurtenis={gebeurtenis}
            dag={dagen[i] === (dagen[i - 1] ?? vorigeDag) ? undefined : dagen[i]}
          />
        ))}
      </ol>
      {pageInfo.hasNextPage && !meer && <Knop onPress={() => zetMeer(true)}>Toon wat daarvoor gebeurde</Knop>}
      {pageInfo.hasNextPage && meer && (
        <Bladzijde id={id} after={pageInfo.endCursor ?? null} vorigeDag={dagen.at(-1) ?? vorigeDag} />
      )}
    </>
  );
}
