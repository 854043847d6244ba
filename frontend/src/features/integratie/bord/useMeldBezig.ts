import { useEffect, useMemo } from "react";
import { useClient, type Client } from "urql";
import { scherm } from "~/realtime/aanwezigheid";
import type { Bezigheid } from "~/graphql/gen/graphql";
import { verbinding } from "~/realtime/verbinding";
import { MeldBezig } from "../operations/meldBezig";

const PAUZE_MS = 300;
export type Meld = (bezigheid: Bezigheid, onderwerp?: string) => void;
type Doen = { bezigheid: Bezigheid; onderwerp?: string };
const KIJKT: Doen = { bezigheid: "KIJKT" };

/** Sends only changes, and not too many. */
function maakMelder(client: Client, plek: string | undefined) {
  let gewenst = KIJKT;
  let gemeld = JSON.stringify(KIJKT);
  let klok: ReturnType<typeof setTimeout> | undefined;
  const stuur = () => {
    klok = undefined;
    const nu = JSON.stringify(gewenst);
    const { lijn, omweg } = verbinding.lees();
    // Along the way round nobody is told who is where.
    if (!plek || nu === gemeld || lijn !== "live" || omweg) return;
    gemeld = nu;
    void client.mutation(MeldBezig, { input: { plek, scherm, ...gewenst } }).toPromise();
  };
  const straks = () => (klok ??= setTimeout(stuur, PAUZE_MS));
  return {
    meld: (bezigheid: Bezigheid, onderwerp?: string) => {
      gewenst = { bezigheid, onderwerp };
      straks();
    },
    /** On a new line the hub knows this screen as somebody who looks. */
    opnieuw: () => {
      gemeld = JSON.stringify(KIJKT);
      straks();
    },
  };
}

/** Lets the others at this place see what this screen is doing. */
export function useMeldBezig(plek: string | undefined): Meld {
  const client = useClient();
  const melder = useMemo(() => maakMelder(client, plek), [client, plek]);
  useEffect(() => {
    let lijn = verbinding.lees().lijn;
    const stop = verbinding.volg(() => {
      const nu = verbinding.lees().lijn;
      if (nu !== lijn && nu === "live") melder.opnieuw();
      lijn = nu;
    });
    return () => {
      stop();
      melder.meld("KIJKT");
    };
  }, [melder]);
  return melder.meld;
}
