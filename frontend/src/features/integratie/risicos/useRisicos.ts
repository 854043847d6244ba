import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { useAbonnement } from "~/realtime/abonnement";
import { IntegratieAbonnement } from "../bord";
import { bereikVan } from "../bord/useBord";
import { useVastgehouden } from "~/lib/vastgehouden";
import { RisicosQuery } from "./risicos";

const TrajectVanRisicos = graphql(`
  query TrajectVanRisicos {
    trajecten {
      id
    }
  }
`);

/** The risks of the first trajectory, kept live. */
export function useRisicos() {
  const [eerst, leesEerst] = useQuery({ query: TrajectVanRisicos });
  const id = eerst.data?.trajecten[0]?.id ?? "";
  const bereik = bereikVan(id);
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [staat, lees] = useQuery({ query: RisicosQuery, variables: { id }, context, pause: !id });
  const opnieuw = () => {
    leesEerst({ requestPolicy: "network-only" });
    lees({ requestPolicy: "network-only", bereik });
  };
  useAbonnement({
    document: IntegratieAbonnement,
    variabelen: { traject: id },
    bereik,
    positie: staat.data?.positie,
    herlaad: opnieuw,
  });
  const data = useVastgehouden(staat, (gelezen) => gelezen.traject, id);
  return {
    traject: data?.traject,
    geladen: !!data || (!!eerst.data && !id),
    fout: eerst.error ?? staat.error,
    opnieuw,
  };
}
