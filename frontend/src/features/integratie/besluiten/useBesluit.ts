import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { useAbonnement } from "~/realtime/abonnement";
import { IntegratieAbonnement } from "../bord";
import { bereikVan } from "../bord/useBord";
import { BesluitQuery } from "./besluit";

/** The decision as one sees it on a day, kept live. */
export function useBesluit(traject: string, id: string, op: string | null) {
  const bereik = bereikVan(traject);
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [staat, lees] = useQuery({ query: BesluitQuery, variables: { id, op }, context });
  const opnieuw = () => lees({ requestPolicy: "network-only", bereik });
  useAbonnement({
    document: IntegratieAbonnement,
    variabelen: { traject },
    bereik,
    positie: staat.data?.positie,
    herlaad: opnieuw,
  });
  // While what follows from a change is worked out anew, the cache has a hole: the page keeps showing what it had.
  const vers = staat.stale && !staat.data?.besluit ? undefined : staat.data;
  const [vorig, zetVorig] = useState(vers);
  if (vers && vers !== vorig) zetVorig(vers);
  const data = vers ?? (vorig?.besluit?.id === id ? vorig : undefined);
  return { besluit: data?.besluit, geladen: !!data, fout: staat.error, opnieuw };
}
