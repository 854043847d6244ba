/** How often in a row the socket may fail while the hub does answer over HTTP. */
const NOOIT_GELUKT = 2;
const EERDER_GELUKT = 4;
/** How long to take the way round before the socket is tried again. */
export const OPNIEUW_MS = 3 * 60_000;

export type Route = "direct" | "omweg";
type Opties = {
  hubAntwoordt: () => Promise<boolean>;
  socketKomtOp: () => Promise<boolean>;
  neem: (route: Route) => void;
};

/**
 * Which way to take. The socket, unless it keeps failing while HTTP works: then something between here and the hub lets
 * no sockets through. A hub that restarts answers neither, and changes nothing.
 */
export function maakWegkeuze({ hubAntwoordt, socketKomtOp, neem }: Opties) {
  let route: Route = "direct";
  let gelukt = false;
  let opRij = 0;
  let vraagt = false;
  // An answer to a question from before the line closed, or the socket came up, no longer counts.
  let beurt = 0;
  let klok: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    beurt += 1;
    opRij = 0;
    clearTimeout(klok);
    window.removeEventListener("online", probeer);
  };
  const ga = (nieuw: Route) => {
    stop();
    route = nieuw;
    if (route === "omweg") {
      klok = setTimeout(probeer, OPNIEUW_MS);
      window.addEventListener("online", probeer);
    }
    neem(route);
  };
  /** The streams go on meanwhile. */
  async function probeer() {
    clearTimeout(klok);
    const mijn = ++beurt;
    const komtOp = await socketKomtOp();
    if (mijn !== beurt) return;
    if (komtOp) ga("direct");
    else klok = setTimeout(probeer, OPNIEUW_MS);
  }

  return {
    route: () => route,
    /** Opens the line along the way that worked last. */
    begin: () => ga(route),
    stop,
    socketGelukt() {
      stop();
      route = "direct";
      gelukt = true;
    },
    /** Answers whether the hub is there at all; nothing when that is not known (any more). */
    async socketMislukt(): Promise<boolean | undefined> {
      if (vraagt) return undefined;
      const mijn = beurt;
      vraagt = true;
      const antwoordt = await hubAntwoordt();
      vraagt = false;
      if (mijn !== beurt) return undefined;
      opRij = antwoordt ? opRij + 1 : 0;
      if (opRij >= (gelukt ? EERDER_GELUKT : NOOIT_GELUKT)) ga("omweg");
      return antwoordt;
    },
  };
}
