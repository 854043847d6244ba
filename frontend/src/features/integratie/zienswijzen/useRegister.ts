import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { useAbonnement } from "~/realtime/abonnement";
import { IntegratieAbonnement } from "../bord";
import { bereikVan } from "../bord/useBord";
import { useVastgehouden } from "~/lib/vastgehouden";
import { RegisterQuery } from "./register";

const BesluitVanRegister = graphql(`
  query BesluitVanRegister {
    trajecten {
      id
      besluiten {
        id
      }
    }
  }
`);

/** The register of the first decision, kept live. */
export function useRegister() {
  const [eerst, leesEerst] = useQuery({ query: BesluitVanRegister });
  const traject = eerst.data?.trajecten.find(({ besluiten }) => besluiten.length > 0);
  const id = traject?.besluiten[0]?.id ?? "";
  const bereik = bereikVan(traject?.id ?? "");
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const [staat, lees] = useQuery({ query: RegisterQuery, variables: { id }, context, pause: !id });
  const opnieuw = () => {
    leesEerst({ requestPolicy: "network-only" });
    lees({ requestPolicy: "network-only", bereik });
  };
  useAbonnement({
    document: IntegratieAbonnement,
    variabelen: { traject: traject?.id },
    bereik,
    positie: staat.data?.positie,
    herlaad: opnieuw,
  });
  const data = useVastgehouden(staat, (gelezen) => gelezen.besluit, id);
  return {
    besluit: data?.besluit,
    geladen: !!data || (!!eerst.data && !id),
    fout: eerst.error ?? staat.error,
    opnieuw,
  };
}
