import type { AnyVariables, TypedDocumentNode } from "@urql/core";
import { useEffect, useEffectEvent, useState } from "react";
import { useClient } from "urql";
import { pipe, subscribe } from "wonka";
import { useWinkel } from "~/lib/winkel";
import { useHub } from "./hub";
import { lijnNummer } from "./lijn";
import { wortel } from "./gebeurtenissen";
import { tel, verbinding } from "./verbinding";

type Keuze<D, V extends AnyVariables> = {
  document: TypedDocumentNode<D, V>;
  variabelen?: Record<string, unknown>;
  /** The stream: `integratie:<traject>` or `organisatie`. The same word goes with the queries and mutations. */
  bereik: string;
  /** Where the page's query was read; without it (still loading) there is no subscription yet. */
  positie: string | undefined;
  /** Read the page anew, network-only. The subscription starts again from the answer's position. */
  herlaad: () => void;
  /** Every event after it was written to the cache: for announcements, not for changing the screen. */
  opGebeurtenis?: (gegevens: D) => void;
};

export function useAbonnement<D, V extends AnyVariables>({
  document,
  variabelen,
  bereik,
  positie,
  herlaad,
  opGebeurtenis,
}: Keuze<D, V>) {
  const client = useClient();
  const { bereiken } = useHub();
  const nummer = useWinkel(lijnNummer);
  const [opgezegdBij, zegOp] = useState<string>();
  const herlaadNu = useEffectEvent(herlaad);
  const meld = useEffectEvent((gegevens: D) => opGebeurtenis?.(gegevens));
  const sleutel = JSON.stringify(variabelen ?? {});
  // After HERLADEN_NODIG the old position is of no use: wait for the new answer.
  const klaar = positie !== undefined && positie !== opgezegdBij;

  useEffect(() => {
    if (!klaar || positie === undefined) return;
    const vanaf = bereiken.begin(bereik, positie);
    const sluit = bereiken.open(bereik);
    let achter = false;
    const zetAchter = (nu: boolean) => {
      if (nu !== achter) tel("bijwerken", nu ? 1 : -1);
      achter = nu;
    };
    zetAchter(true);
    const bijNieuweLijn = verbinding.volg(() => verbinding.lees().lijn === "verbinden" && zetAchter(true));
    const { unsubscribe } = pipe(
      client.subscription(document, { ...(JSON.parse(sleutel) as object), vanaf } as unknown as V, {
        bereik,
      }),
      subscribe(({ data, error }) => {
        if (error) zetAchter(false);
        const bericht = wortel(data);
        if (!bericht || data === undefined) return;
        if (bericht.__typename === "Bijgewerkt") return zetAchter(false);
        if (bericht.__typename !== "HerladenNodig") return meld(data);
        bereiken.vergeet(bereik);
        zegOp(positie);
        herlaadNu();
      }),
    );
    return () => {
      zetAchter(false);
      bijNieuweLijn();
      unsubscribe();
      sluit();
    };
    // A newer position of the same page is no reason to subscribe anew: the stream is already further.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [klaar, bereik, sleutel, nummer, client, bereiken, document]);
}
