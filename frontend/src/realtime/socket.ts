import { createClient } from "graphql-ws";
import { wacht, wachttijd } from "./wachttijd";
import { beeindigd, type MaakWeg } from "./weg";

const PING_MS = 6000;
const PONG_MS = 5000;
/** Some networks do not refuse a socket but let it hang. */
export const OPKOMST_MS = 4000;

const isAfgemeld = (fout: unknown) =>
  typeof fout === "object" && fout !== null && "code" in fout && [4401, 4403].includes(Number(fout.code));

/** The direct way: all subscriptions over one WebSocket. */
export const maakSocket: MaakWeg = (adres, melding, pas) => {
  let opkomst: ReturnType<typeof setTimeout> | undefined;
  let pong: ReturnType<typeof setTimeout> | undefined;
  let open = false;
  let ooit = false;

  const client = createClient({
    url: adres,
    lazy: false,
    connectionParams: pas ? { Authorization: `Bearer ${pas}` } : undefined,
    keepAlive: PING_MS,
    retryAttempts: Infinity,
    shouldRetry: (fout) => !isAfgemeld(fout),
    retryWait: (poging) => wacht(wachttijd(poging)),
    // The client gives up on some close codes, as after a fault of the server.
    onNonLazyError: (fout) => (isAfgemeld(fout) ? melding.afgemeld() : melding.opgegeven()),
    on: {
      connecting: () => {
        opkomst = setTimeout(verbreek, OPKOMST_MS);
        melding.stand(navigator.onLine ? "verbinden" : "offline");
      },
      connected: () => {
        clearTimeout(opkomst);
        open = ooit = true;
        melding.stand("live");
      },
      closed: (reden) => {
        clearTimeout(opkomst);
        clearTimeout(pong);
        const was = open;
        open = false;
        if (isAfgemeld(reden)) return melding.afgemeld();
        // As long as no socket ever came up, it may be the network that lets none through: that is not offline.
        if (ooit) melding.stand("offline");
        if (!was) melding.mislukt();
      },
      ping: (ontvangen) => {
        if (!ontvangen) pong = setTimeout(verbreek, PONG_MS);
      },
      pong: (ontvangen) => {
        if (ontvangen) clearTimeout(pong);
      },
    },
  });
  function verbreek() {
    client.terminate();
  }
  window.addEventListener("offline", verbreek);

  return {
    abonneer(verzoek, ontvanger) {
      let opgezegd = false;
      const zegOp = client.subscribe(verzoek, {
        next: (antwoord) => ontvanger.next(antwoord),
        error: (fout) => ontvanger.error(fout),
        complete: () => opgezegd || ontvanger.error(beeindigd()),
      });
      return () => {
        opgezegd = true;
        zegOp();
      };
    },
    sluit() {
      window.removeEventListener("offline", verbreek);
      // Waits for a connection that may never come.
      Promise.resolve(client.dispose()).catch(() => {});
    },
  };
};
