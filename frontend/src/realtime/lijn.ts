import { createClient, type Client } from "graphql-ws";
import type { OperationContext } from "@urql/core";
import { maakWinkel } from "~/lib/winkel";
import type { Bereiken } from "./bereiken";
import { zetLijn, type Lijn } from "./verbinding";
import { wachttijd } from "./wachttijd";

const PING_MS = 6000;
const PONG_MS = 5000;

/** Each new line (after signing in again) has a number of its own: subscriptions start anew on it. */
export const lijnNummer = maakWinkel(0);

/** Waits, but no longer than until the browser says that the network is back. */
const wacht = (ms: number) =>
  new Promise<void>((klaar) => {
    const einde = () => {
      clearTimeout(klok);
      window.removeEventListener("online", einde);
      klaar();
    };
    const klok = setTimeout(einde, ms);
    window.addEventListener("online", einde);
  });

const isCode = (fout: unknown, codes: number[]) =>
  typeof fout === "object" && fout !== null && "code" in fout && codes.includes(Number(fout.code));

type Verzoek = { query?: string; variables?: Record<string, unknown> };
export type Ontvanger = { next: (antwoord: unknown) => void; error: (fout: unknown) => void };

export function maakLijn(adres: string, bereiken: Bereiken, opAfgemeld: () => void) {
  let client: Client | undefined;
  // Which line counts: one that was closed or replaced no longer has anything to say.
  let beurt = 0;
  const verbreek = () => client?.terminate();

  function open() {
    if (client) return;
    const mijn = ++beurt;
    let pong: ReturnType<typeof setTimeout> | undefined;
    let weg = false;
    const stand = (nu: Lijn) => {
      if (mijn === beurt) zetLijn(nu);
    };
    const aanmeldenNodig = (fout: unknown) => {
      if (weg || !isCode(fout, [4401, 4403])) return;
      weg = true;
      // Nothing may try this line again; signing in opens a new one.
      sluit();
      zetLijn("offline");
      opAfgemeld();
    };
    /** The client gives up on some close codes, as after a fault of the server; the hub does not. */
    const einde = async (fout: unknown) => {
      aanmeldenNodig(fout);
      if (weg) return;
      await wacht(wachttijd(5));
      if (mijn !== beurt) return;
      sluit();
      open();
    };
    const deze: Client = createClient({
      url: adres,
      lazy: false,
      keepAlive: PING_MS,
      retryAttempts: Infinity,
      shouldRetry: (fout) => !weg && !isCode(fout, [4401, 4403]),
      retryWait: (poging) => wacht(wachttijd(poging)),
      onNonLazyError: (fout) => void einde(fout),
      on: {
        connecting: () => stand(navigator.onLine ? "verbinden" : "offline"),
        connected: () => stand("live"),
        closed: (reden) => {
          clearTimeout(pong);
          aanmeldenNodig(reden);
          stand("offline");
        },
        ping: (ontvangen) => {
          if (!ontvangen) pong = setTimeout(() => deze.terminate(), PONG_MS);
        },
        pong: (ontvangen) => {
          if (ontvangen) clearTimeout(pong);
        },
      },
    });
    client = deze;
    window.addEventListener("offline", verbreek);
    lijnNummer.zet((nummer) => nummer + 1);
  }

  function sluit() {
    window.removeEventListener("offline", verbreek);
    beurt += 1;
    // Waits for a connection that may never come.
    Promise.resolve(client?.dispose()).catch(() => {});
    client = undefined;
    zetLijn("verbinden");
  }

  function abonneer(
    { query = "", variables = {} }: Verzoek,
    context: OperationContext,
    ontvanger: Ontvanger,
  ) {
    const bereik = context.bereik as string | undefined;
    if (!client) return () => {};
    let opgezegd = false;
    const zegOp = client.subscribe(
      {
        query,
        // Read at every (re)connection: a subscription resumes where the cache is, not where it once began.
        get variables() {
          return bereik ? { ...variables, vanaf: bereiken.laatste(bereik) ?? variables.vanaf } : variables;
        },
      },
      {
        next: (antwoord) => ontvanger.next(antwoord),
        error: (fout) => ontvanger.error(fout),
        // A stream of the hub has no end: when it ends without being asked to, something is wrong.
        complete: () => opgezegd || ontvanger.error(new Error("Het abonnement werd beëindigd.")),
      },
    );
    return () => {
      opgezegd = true;
      zegOp();
    };
  }
  return { open, sluit, abonneer };
}
