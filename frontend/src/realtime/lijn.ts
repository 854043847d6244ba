import { createClient, type Client } from "graphql-ws";
import type { OperationContext } from "@urql/core";
import { maakWinkel } from "~/lib/winkel";
import type { Bereiken } from "./bereiken";
import { zetLijn } from "./verbinding";

const PING_MS = 6000;
const PONG_MS = 5000;
const MAX_WACHT_MS = 10_000;

/** Each new line (after signing in again) has a number of its own: subscriptions start anew on it. */
export const lijnNummer = maakWinkel(0);

export const wachttijd = (poging: number, toeval = Math.random()) =>
  Math.min(MAX_WACHT_MS, 500 * 2 ** Math.min(poging, 6)) * (0.5 + toeval / 2);

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

export function maakLijn(adres: string, bereiken: Bereiken, opAfgemeld: () => void) {
  let client: Client | undefined;
  const verbreek = () => client?.terminate();

  function open() {
    if (client) return;
    let pong: ReturnType<typeof setTimeout> | undefined;
    let weg = false;
    const aanmeldenNodig = (fout: unknown) => {
      if (weg || !isCode(fout, [4401, 4403])) return;
      weg = true;
      opAfgemeld();
    };
    const deze = createClient({
      url: adres,
      lazy: false,
      keepAlive: PING_MS,
      retryAttempts: Infinity,
      shouldRetry: (fout) => !weg && !isCode(fout, [4401, 4403]),
      retryWait: (poging) => wacht(wachttijd(poging)),
      // 4403 and the like end the client; the page asks to sign in again.
      onNonLazyError: aanmeldenNodig,
      on: {
        connecting: () => zetLijn(navigator.onLine ? "verbinden" : "offline"),
        connected: () => zetLijn("live"),
        closed: (reden) => {
          clearTimeout(pong);
          aanmeldenNodig(reden);
          zetLijn("offline");
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
    void client?.dispose();
    client = undefined;
    zetLijn("verbinden");
  }

  type Verzoek = { query?: string; variables?: Record<string, unknown> };
  type Ontvanger = Parameters<Client["subscribe"]>[1];
  function abonneer(
    { query = "", variables = {} }: Verzoek,
    context: OperationContext,
    ontvanger: Ontvanger,
  ) {
    const bereik = context.bereik as string | undefined;
    if (!client) return () => {};
    return client.subscribe(
      {
        query,
        // Read at every (re)connection: a subscription resumes where the cache is, not where it once began.
        get variables() {
          return bereik ? { ...variables, vanaf: bereiken.laatste(bereik) ?? variables.vanaf } : variables;
        },
      },
      ontvanger,
    );
  }
  return { open, sluit, abonneer };
}
