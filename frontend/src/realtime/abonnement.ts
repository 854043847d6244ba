import type { AnyVariables, CombinedError, TypedDocumentNode } from "@urql/core";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useClient } from "urql";
import { pipe, subscribe } from "wonka";
import { useWinkel } from "~/lib/winkel";
import { wortel } from "./gebeurtenissen";
import { useHub } from "./hub";
import { lijnNummer } from "./lijn";
import { tel, verbinding } from "./verbinding";
import { wachttijd } from "./wachttijd";

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

/** Counts as "catching up" for as long as it is on. */
function maakAchter() {
  let achter = false;
  return (nu: boolean) => {
    if (nu === achter) return;
    // First this: counting wakes whoever follows the line, and that may ask the same again.
    achter = nu;
    tel("bijwerken", nu ? 1 : -1);
  };
}
const magNiet = (fout: CombinedError) =>
  fout.graphQLErrors.some(({ extensions }) =>
    ["NIET_AANGEMELD", "GEEN_RECHT"].includes(String(extensions.code)),
  );

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
  // A stream that the server ended begins again; `tegenslag` counts how often without a sign of life in between.
  const [begin, zetBegin] = useState(0);
  const tegenslag = useRef(0);
  const herlaadNu = useEffectEvent(herlaad);
  const meld = useEffectEvent((gegevens: D) => opGebeurtenis?.(gegevens));
  const sleutel = JSON.stringify(variabelen ?? {});
  // After HERLADEN_NODIG the old position is of no use: wait for the new answer.
  const moetHerladen = positie !== undefined && positie === opgezegdBij;
  const klaar = positie !== undefined && !moetHerladen;

  useEffect(() => {
    if (!moetHerladen) return;
    const zetAchter = maakAchter();
    zetAchter(true);
    let klok: ReturnType<typeof setTimeout>;
    const lees = (keer: number) => {
      herlaadNu();
      klok = setTimeout(() => lees(keer + 1), 4000 + wachttijd(keer));
    };
    lees(0);
    return () => {
      clearTimeout(klok);
      zetAchter(false);
    };
  }, [moetHerladen]);

  useEffect(() => {
    if (!klaar || positie === undefined) return;
    const vanaf = bereiken.begin(bereik, positie);
    const sluit = bereiken.open(bereik);
    const zetAchter = maakAchter();
    zetAchter(true);
    let klok: ReturnType<typeof setTimeout> | undefined;
    const strand = () => {
      zetAchter(true);
      klok ??= setTimeout(() => zetBegin((keer) => keer + 1), wachttijd(tegenslag.current++));
    };
    const bijNieuweLijn = verbinding.volg(() => verbinding.lees().lijn === "verbinden" && zetAchter(true));
    const { unsubscribe } = pipe(
      client.subscription(document, { ...(JSON.parse(sleutel) as object), vanaf } as unknown as V, {
        bereik,
      }),
      subscribe(({ data, error }) => {
        if (error) return magNiet(error) ? zetAchter(false) : strand();
        const bericht = wortel(data);
        if (!bericht || data === undefined) return;
        tegenslag.current = 0;
        if (bericht.__typename === "Bijgewerkt") return zetAchter(false);
        if (bericht.__typename !== "HerladenNodig") return meld(data);
        bereiken.vergeet(bereik);
        zegOp(positie);
      }),
    );
    return () => {
      unsubscribe();
      clearTimeout(klok);
      // Before counting down: who still follows the line would count up again.
      bijNieuweLijn();
      zetAchter(false);
      sluit();
    };
    // A newer position of the same page is no reason to subscribe anew: the stream is already further.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [klaar, bereik, sleutel, nummer, client, bereiken, document, begin]);
}
