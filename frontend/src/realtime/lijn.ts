import type { OperationContext } from "@urql/core";
import { maakWinkel } from "~/lib/winkel";
import { hubAntwoordt, socketKomtOp } from "./bereikbaar";
import type { Bereiken } from "./bereiken";
import { maakSocket, OPKOMST_MS } from "./socket";
import { zetLijn, zetOmweg } from "./verbinding";
import { wacht, wachttijd } from "./wachttijd";
import type { MaakWeg, Melding, Ontvanger, Verzoek, Weg } from "./weg";
import { maakWegkeuze, type Route } from "./wegkeuze";

/** Each new line (after signing in again, or along another way) has a number: subscriptions start anew on it. */
export const lijnNummer = maakWinkel(0);

/** The line to the hub. Along which way it goes, the pages need not know. */
export function maakLijn(
  adressen: Record<Route, string>,
  bereiken: Bereiken,
  opAfgemeld: () => void,
  pas?: string,
) {
  let weg: Weg | undefined;
  // Which way counts: one that was closed or replaced no longer has anything to say.
  let beurt = 0;

  const keuze = maakWegkeuze({
    hubAntwoordt: () => hubAntwoordt(adressen.omweg),
    socketKomtOp: () => socketKomtOp(adressen.direct, OPKOMST_MS),
    neem: (route) => (route === "direct" ? gaOver(route, maakSocket) : void neemOmweg()),
  });

  function gaOver(route: Route, maak: MaakWeg) {
    weg?.sluit();
    const mijn = ++beurt;
    zetOmweg(route === "omweg");
    const melding: Melding = {
      stand: (nu) => {
        if (mijn !== beurt) return;
        if (nu === "live" && route === "direct") keuze.socketGelukt();
        zetLijn(nu);
      },
      mislukt: () => void mislukt(mijn),
      afgemeld: () => {
        if (mijn !== beurt) return;
        // Nothing may try this line again; signing in opens a new one.
        sluit();
        zetLijn("offline");
        opAfgemeld();
      },
      opgegeven: () => void straksWeer(mijn),
    };
    weg = maak(adressen[route], melding, pas);
    lijnNummer.zet((nummer) => nummer + 1);
  }
  async function mislukt(mijn: number) {
    if (mijn !== beurt) return;
    const antwoordt = await keuze.socketMislukt();
    if (antwoordt === false && mijn === beurt) zetLijn("offline");
  }
  /** Most visits never need it, so it is fetched only now; until it is here the socket is tried on. */
  async function neemOmweg() {
    const mijn = beurt;
    try {
      const { maakStroom } = await import("./stroom");
      if (mijn === beurt && keuze.route() === "omweg") gaOver("omweg", maakStroom);
    } catch {
      void straksWeer(mijn);
    }
  }
  async function straksWeer(mijn: number) {
    await wacht(wachttijd(5));
    if (mijn === beurt) keuze.begin();
  }

  function sluit() {
    beurt += 1;
    keuze.stop();
    weg?.sluit();
    weg = undefined;
    zetLijn("verbinden");
  }

  return {
    open() {
      if (!weg) keuze.begin();
    },
    sluit,
    abonneer({ query, variables }: Verzoek, context: OperationContext, ontvanger: Ontvanger): () => void {
      const bereik = context.bereik as string | undefined;
      if (!weg) return () => {};
      const verzoek: Verzoek = {
        query,
        // Read at every (re)connection: a subscription resumes where the cache is, not where it once began.
        get variables() {
          return bereik ? { ...variables, vanaf: bereiken.laatste(bereik) ?? variables?.vanaf } : variables;
        },
      };
      return weg.abonneer(verzoek, ontvanger);
    },
  };
}
