import type { AnyVariables, TypedDocumentNode } from "@urql/core";
import { useQuery } from "urql";
import { useArchief, useStand } from "~/features/integratie/kader/stand";
import { CONTRACTEN } from "~/realtime/contexten";

/**
 * The question of one page, kept live by the stream; or, when the address names a day in the past, as it was at the end
 * of that day. Each such question takes `$stand`.
 */
export function useContractenVraag<D, V extends AnyVariables>(
  query: TypedDocumentNode<D, V>,
  variabelen: Omit<V, "stand">,
) {
  const stand = useStand();
  const alle = { ...variabelen, stand } as unknown as V;
  const [staat, lees] = useQuery<D, V>({ query, variables: alle, context: CONTRACTEN, pause: !!stand });
  const toen = useArchief(query, alle, !!stand);
  if (stand) return { stand, staat: { data: toen.data, error: toen.fout }, opnieuw: toen.opnieuw };
  return { stand, staat, opnieuw: () => lees({ requestPolicy: "network-only" }) };
}
