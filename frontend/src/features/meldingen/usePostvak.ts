import { useEffect, useEffectEvent } from "react";
import { postvakOud } from "./vragen";

/** Between two looks when nothing happens: a term that comes near is no event. */
const RUST_MS = 10 * 60_000;

/** Reads anew when there may be something new, when someone comes back to the page, and once in a while. */
export function usePostvakVerversing(lees: () => void) {
  const leesNu = useEffectEvent(lees);
  useEffect(() => {
    const stop = postvakOud.volg(leesNu);
    const klok = setInterval(leesNu, RUST_MS);
    const terug = () => document.visibilityState === "visible" && leesNu();
    document.addEventListener("visibilitychange", terug);
    return () => {
      stop();
      clearInterval(klok);
      document.removeEventListener("visibilitychange", terug);
    };
  }, []);
}
