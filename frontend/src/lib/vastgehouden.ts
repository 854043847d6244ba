import { useState } from "react";

/**
 * What a page read. What follows from a change is worked out by the hub: while that is read anew the cache has a hole
 * where the object was, and the page keeps showing what it had of the same object.
 */
export function useVastgehouden<D>(
  staat: { data?: D; stale: boolean },
  object: (data: D) => { id: string } | null | undefined,
  id: string,
): D | undefined {
  const heeft = staat.data !== undefined && !!object(staat.data);
  const vers = staat.stale && !heeft ? undefined : staat.data;
  const [vorig, zetVorig] = useState(vers);
  if (vers !== undefined && vers !== vorig) zetVorig(vers);
  if (vers !== undefined) return vers;
  return vorig !== undefined && object(vorig)?.id === id ? vorig : undefined;
}
