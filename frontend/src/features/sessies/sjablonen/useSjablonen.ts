import { useMemo } from "react";
import { useQuery } from "urql";
import { useAbonnement } from "~/realtime/abonnement";
import { SessiesAbonnement } from "../sessies";
import { SjablonenQuery } from "./vragen";

/** All templates, kept live. */
export function useSjablonen() {
  const bereik = "sessies";
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), []);
  const [{ data, error }, lees] = useQuery({ query: SjablonenQuery, context });
  const opnieuw = () => lees({ requestPolicy: "network-only", bereik });
  useAbonnement({ document: SessiesAbonnement, bereik, positie: data?.positie, herlaad: opnieuw });
  return { sjablonen: data?.sessiesjablonen, fout: error, opnieuw };
}
