import { useMemo } from "react";
import { useQuery } from "urql";
import { useVertraagd } from "~/lib/vertraagd";
import { useAbonnement } from "~/realtime/abonnement";
import { IntegratieAbonnement } from "../bord";
import { bereikVan } from "../bord/useBord";
import { useVastgehouden } from "~/lib/vastgehouden";
import { TijdlijnQuery, VoorbeeldQuery, type Wens } from "./traject";

/** The trajectory on its time axis, kept live. */
export function useTijdlijn(traject: string, op: string | null) {
  const bereik = bereikVan(traject);
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [staat, lees] = useQuery({ query: TijdlijnQuery, variables: { id: traject, op }, context });
  const opnieuw = () => lees({ requestPolicy: "network-only", bereik });
  useAbonnement({
    document: IntegratieAbonnement,
    variabelen: { traject },
    bereik,
    positie: staat.data?.positie,
    herlaad: opnieuw,
  });
  const data = useVastgehouden(staat, (gelezen) => gelezen.traject, traject);
  return { traject: data?.traject, geladen: !!data, fout: staat.error, opnieuw };
}

const NIETS: Wens = { id: "", van: "", tot: "" };
const isDag = (dag: string) => /^\d{4}-\d{2}-\d{2}$/.test(dag);

/** What a move would do; nothing is changed. */
export function useVoorbeeld(wens: Wens | undefined, op: string | null, bereik: string) {
  const { id, van, tot } = useVertraagd(wens ?? NIETS, 150);
  const context = useMemo(() => ({ bereik, requestPolicy: "network-only" as const }), [bereik]);
  const pauze = !id || !isDag(van) || !isDag(tot);
  const [{ data, fetching }] = useQuery({
    query: VoorbeeldQuery,
    variables: { mijlpaal: id, van, tot, op },
    pause: pauze,
    context,
  });
  const actueel = !!wens && wens.id === id && wens.van === van && wens.tot === tot;
  return {
    voorbeeld: pauze || !actueel ? undefined : data?.voorbeeldverplaatsing,
    bezig: fetching || !actueel,
  };
}
