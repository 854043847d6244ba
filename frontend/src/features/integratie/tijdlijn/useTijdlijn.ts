import { useMemo } from "react";
import { useQuery } from "urql";
import { useVertraagd } from "~/lib/vertraagd";
import { useTraject } from "../kader/trajecten";
import { useTrajectVraag } from "../kader/useTrajectVraag";
import { TijdlijnQuery, VoorbeeldQuery, type Wens } from "./traject";

/** The trajectory on its time axis, kept live. */
export function useTijdlijn(op: string | null) {
  const { id } = useTraject();
  const vraag = useTrajectVraag(TijdlijnQuery, { id, op }, (gelezen) => gelezen.traject, id);
  return { ...vraag, traject: vraag.data?.traject };
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
