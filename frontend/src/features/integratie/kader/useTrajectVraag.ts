import type { AnyVariables, TypedDocumentNode } from "@urql/core";
import { useMemo } from "react";
import { useQuery } from "urql";
import { useAbonnement } from "~/realtime/abonnement";
import { IntegratieAbonnement } from "../bord";
import { useVastgehouden } from "../vastgehouden";
import { useTraject } from "./trajecten";

/** What a page of a trajectory shows while it has nothing to show yet. */
export type Vraag = { geladen: boolean; fout: unknown; opnieuw: () => void };

/**
 * The question of one page of a trajectory, kept live by the stream of that trajectory. `object` is what the page is
 * about, with this `id`: it stays on the screen while what follows from a change is read anew.
 */
export function useTrajectVraag<D extends { positie: string }, V extends AnyVariables>(
  query: TypedDocumentNode<D, V>,
  variabelen: V,
  object: (data: D) => { id: string } | null | undefined,
  id: string | undefined,
): Vraag & { data: D | undefined } {
  const { id: traject, bereik } = useTraject();
  // urql takes a new context object for a new request.
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [staat, lees] = useQuery<D, V>({ query, variables: variabelen, context, pause: !id });
  const opnieuw = () => lees({ requestPolicy: "network-only", bereik });
  useAbonnement({
    document: IntegratieAbonnement,
    variabelen: { traject },
    bereik,
    positie: staat.data?.positie,
    herlaad: opnieuw,
  });
  const data = useVastgehouden(staat, object, id ?? "");
  return { data, geladen: !!data || !id, fout: staat.error, opnieuw };
}
