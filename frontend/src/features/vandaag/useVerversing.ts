import { useEffect, useEffectEvent } from "react";
import { verouderd } from "./applyGebeurtenis";

const PAUZE_MS = 800;

/** Reads anew after an event, and at most once per pause: a burst of events is one question. */
export function useVerversing(lees: () => void, aan = true) {
  const leesNu = useEffectEvent(lees);
  useEffect(() => {
    if (!aan) return;
    let klok: ReturnType<typeof setTimeout> | undefined;
    const stop = verouderd.volg(() => {
      klok ??= setTimeout(() => {
        klok = undefined;
        leesNu();
      }, PAUZE_MS);
    });
    return () => {
      clearTimeout(klok);
      stop();
    };
  }, [aan]);
}
