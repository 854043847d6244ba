import { useEffect } from "react";
import { maakWinkel, useWinkel } from "~/lib/winkel";
import { perPersoon, useAanwezigen } from "~/realtime/aanwezigheid";

type Persoon = { id: string; naam: string; initialen: string };
const winkel = maakWinkel<Persoon[]>([]);

/** The whole app is one place; the shell joins it once and everyone reads it here. */
export function useInDeHub() {
  const aanwezigen = useAanwezigen("hub");
  useEffect(() => winkel.zet(() => perPersoon(aanwezigen).map(({ persoon }) => persoon)), [aanwezigen]);
}

export const useNuHier = () => useWinkel(winkel);
