import { useEffect, useMemo, useState } from "react";
import { useClient, useQuery } from "urql";
import { pipe, subscribe } from "wonka";
import { useWinkel } from "~/lib/winkel";
import { useAbonnement } from "~/realtime/abonnement";
import { scherm } from "~/realtime/aanwezigheid";
import { lijnNummer } from "~/realtime/lijn";
import { AanwezigAbonnement, bereikVan, SessieAbonnement, SessieQuery } from "./sessies";

/** One session, kept live. */
export function useSessie(id: string) {
  const bereik = bereikVan(id);
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [staat, lees] = useQuery({ query: SessieQuery, variables: { id }, context });
  const opnieuw = () => lees({ requestPolicy: "network-only", bereik });
  useAbonnement({
    document: SessieAbonnement,
    variabelen: { id },
    bereik,
    positie: staat.data?.sessie?.positie,
    herlaad: opnieuw,
  });
  return { sessie: staat.data?.sessie ?? undefined, geladen: !!staat.data, fout: staat.error, opnieuw };
}

/** Which guests have their screen open now. */
export function useKijkers(id: string): string[] {
  const client = useClient();
  const nummer = useWinkel(lijnNummer);
  const [kijkers, zetKijkers] = useState<string[]>([]);
  useEffect(() => {
    const { unsubscribe } = pipe(
      client.subscription(AanwezigAbonnement, { id, scherm }),
      subscribe(({ data }) => data && zetKijkers(data.sessieAanwezigheid.deelnemers)),
    );
    return unsubscribe;
  }, [client, id, nummer]);
  return kijkers;
}
