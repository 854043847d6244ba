import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import type { GeschiedenisQuery as Antwoord } from "~/graphql/gen/graphql";
import { dagVan, datumTekst } from "~/lib/datum";
import { Knop } from "~/ui/Knop";
import { Foutstaat, Skelet } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import { inDelen } from "~/lib/vermelding";
import stijl from "./Taak.module.css";

const GeschiedenisQuery = graphql(`
  query Geschiedenis($id: ID!, $after: String) {
    positie
    taak(id: $id) {
      id
      geschiedenis(first: 20, after: $after) {
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
type Gebeurtenis = NonNullable<Antwoord["taak"]>["geschiedenis"]["nodes"][number];

const tijd = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" });
const leesbaar = (tekst: string) =>
  inDelen(tekst)
    .map((deel) => ("tekst" in deel ? deel.tekst : `@${deel.persoon.naam}`))
    .join("");

type Props = { taak: string; bereik: string };

/** Everything that happened to the task, newest first. Only read when it is opened. */
export function Geschiedenis(props: Props) {
  const [open, zetOpen] = useState(false);
  return (
    <Vak
      titel="Geschiedenis"
      actie={
        <Knop soort="stil" aria-expanded={open} onPress={() => zetOpen(!open)}>
          {open ? "Verberg" : "Toon"}
        </Knop>
      }
    >
      {open && <Bladzijde {...props} after={null} vorigeDag="" />}
    </Vak>
  );
}

/** One page of the history, and the next one under it: a new event shifts all of them in one go. */
function Bladzijde({ taak, bereik, after, vorigeDag }: Props & { after: string | null; vorigeDag: string }) {
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [{ data, error }, lees] = useQuery({
    query: GeschiedenisQuery,
    variables: { id: taak, after },
    context,
  });
  const [meer, zetMeer] = useState(false);
  const bladzijde = data?.taak?.geschiedenis;
  if (!bladzijde) {
    if (!error) return <Skelet regels={4} />;
    const opnieuw = () => lees({ requestPolicy: "network-only", bereik });
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
        <Bladzijde
          taak={taak}
          bereik={bereik}
          after={pageInfo.endCursor ?? null}
          vorigeDag={dagen.at(-1) ?? vorigeDag}
        />
      )}
    </>
  );
}

export function Regel({ gebeurtenis, dag }: { gebeurtenis: Gebeurtenis; dag: string | undefined }) {
  return (
    <li>
      {dag && <h3>{datumTekst(dag)}</h3>}
      <p>
        <time dateTime={gebeurtenis.tijdstip}>{tijd.format(new Date(gebeurtenis.tijdstip))}</time>{" "}
        {gebeurtenis.zin}
      </p>
      {gebeurtenis.wijzigingen.length > 0 && (
        <dl className={stijl.wijzigingen}>
          {gebeurtenis.wijzigingen.map(({ veld, van, naar }) => (
            <div key={veld}>
              <dt>{veld}</dt>
              <dd>
                <del>{van ? leesbaar(van) : "leeg"}</del>
                <span aria-hidden> → </span>
                <span className="alleen-voorlezen"> werd </span>
                <ins>{naar ? leesbaar(naar) : "leeg"}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
