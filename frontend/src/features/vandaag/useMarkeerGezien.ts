import { useEffect, useEffectEvent, useRef } from "react";
import { useMutatie } from "~/realtime/useMutatie";
import { MarkeerGezien } from "./vandaagVraag";

const KIJKTIJD_MS = 5000;
const OOGOPSLAG_MS = 1500;

/** Tells the hub that the page has really been seen: after some seconds in sight, or when leaving it. */
export function useMarkeerGezien(positie: string | undefined) {
  const markeer = useMutatie(MarkeerGezien);
  const gemeld = useRef<string>(undefined);
  const sinds = useRef<number>(undefined);

  const meld = useEffectEvent(() => {
    if (!positie || positie === gemeld.current) return;
    gemeld.current = positie;
    void markeer({ tot: positie });
  });
  const gaWeg = useEffectEvent(() => {
    if (sinds.current !== undefined && Date.now() - sinds.current >= OOGOPSLAG_MS) meld();
  });

  useEffect(() => {
    const kijk = () => {
      if (document.visibilityState === "visible") sinds.current = Date.now();
      else {
        gaWeg();
        sinds.current = undefined;
      }
    };
    kijk();
    document.addEventListener("visibilitychange", kijk);
    return () => {
      document.removeEventListener("visibilitychange", kijk);
      gaWeg();
    };
  }, []);

  // Not restarted by each new position: on a busy day it would never end.
  useEffect(() => {
    const klok = setInterval(() => {
      const inZicht = sinds.current !== undefined && Date.now() - sinds.current >= KIJKTIJD_MS;
      if (inZicht) meld();
    }, KIJKTIJD_MS);
    return () => clearInterval(klok);
  }, []);
}
