import type { AnyVariables, TypedDocumentNode } from "@urql/core";
import { useMemo } from "react";
import { useQuery } from "urql";
import { useAbonnement } from "~/realtime/abonnement";
import { IntegratieAbonnement } from "../bord";
import { useArchief, useStand } from "./stand";
import { useVastgehouden } from "~/lib/vastgehouden";
import { useTraject } from "./trajecten";

/** What a page of a trajectory shows while it has nothing to show yet. */
export type Vraag = { geladen: boolean; fout: unknown; opnieuw: () => void };

/**
 * The question of one page of a trajectory, kept live by the stream of that trajectory; or, when the address names a
 * day in the past, as it was at the end of that day. Each such question takes `$stand`. `object` is what the page is
 * about, with this `id`: it stays on the screen while what follows from a change is read anew.
 */
export function useTrajectVraag<D, V extends AnyVariables>(
  query: TypedDocumentNode<D, V>,
  variabelen: Omit<V, "stand">,
  object: (data: D) => { id: string } | null | undefined,
  id: string | undefined,
  positie: (data: D) => string | undefined = (data) => (data as { positie?: string }).positie,
): Vraag & { data: D | undefined } {
  const { id: traject, bereik } = useTraject();
  const stand = useStand();
  const alle = { ...variabelen, stand } as unknown as V;
  // urql takes a new context object for a new request.
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [staat, lees] = useQuery<D, V>({ query, variables: alle, context, pause: !id || !!stand });
  const toen = useArchief(query, alle, !!id && !!stand);
  const opnieuw = () => lees({ requestPolicy: "network-only", bereik });
  useAbonnement({
    document: IntegratieAbonnement,
    variabelen: { traject },
    bereik,
    positie: stand || !staat.data ? undefined : positie(staat.data),
    herlaad: opnieuw,
  });
  const nu = useVastgehouden(staat, object, id ?? "");
  if (stand) return { data: toen.data, geladen: !!toen.data || !id, fout: toen.fout, opnieuw: toen.opnieuw };
  return { data: nu, geladen: !!nu || !id, fout: staat.error, opnieuw };
}
