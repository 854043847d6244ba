import { useQuery } from "urql";
import { useMutatie } from "~/realtime/useMutatie";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { Volg } from "./operations/volg";
import { usePostvakVerversing } from "./usePostvak";
import { GevolgdQuery } from "./vragen";

/** What the viewer follows, and the way to follow something or not any more. */
export function useVolgen() {
  const [staat, lees] = useQuery({ query: GevolgdQuery, requestPolicy: "cache-and-network" });
  const herlees = () => lees({ requestPolicy: "network-only" });
  usePostvakVerversing(herlees);
  const stuur = useMutatie(Volg);
  const volg = async (onderwerp: string, volgt: boolean) => {
    const uitkomst = await stuur({ onderwerp, volgt });
    herlees();
    if (!uitkomst.gelukt) return meldToast(uitkomst.fouten[0]?.bericht ?? "Dat lukte niet.");
    kondigAan(volgt ? "Je volgt dit nu." : "Je volgt dit niet meer.");
  };
  return { staat, herlees, gevolgd: staat.data?.gevolgd, volg };
}
