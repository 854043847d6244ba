import { useMemo } from "react";
import { useQuery } from "urql";
import { useAbonnement } from "~/realtime/abonnement";
import { BordQuery, IntegratieAbonnement } from "../bord";

export const bereikVan = (traject: string) => `integratie:${traject}`;

/** The board, kept live. */
export function useBord(traject: string, id: string | undefined) {
  const bereik = bereikVan(traject);
  // urql takes a new context object for a new request.
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [staat, lees] = useQuery({ query: BordQuery, variables: { id: id ?? "" }, context, pause: !id });
  const opnieuw = () => lees({ requestPolicy: "network-only", bereik });
  useAbonnement({
    document: IntegratieAbonnement,
    variabelen: { traject },
    bereik,
    positie: staat.data?.bord?.positie,
    herlaad: opnieuw,
  });
  return { bord: staat.data?.bord, geladen: !!staat.data || !id, fout: staat.error, opnieuw };
}
export type BordGegevens = NonNullable<ReturnType<typeof useBord>["bord"]>;
