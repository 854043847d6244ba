import { useMemo } from "react";
import { useQuery } from "urql";
import { useAbonnement } from "~/realtime/abonnement";
import { IntegratieAbonnement } from "../bord";
import { bereikVan } from "../bord/useBord";
import { useVastgehouden } from "~/lib/vastgehouden";
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
  const data = useVastgehouden(staat, (gelezen) => gelezen.besluit, id);
  return { besluit: data?.besluit, geladen: !!data, fout: staat.error, opnieuw };
}
