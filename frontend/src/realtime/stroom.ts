import { createClient, NetworkError } from "graphql-sse";
import { haalMetWaker } from "./stilte";
import { wacht, wachttijd } from "./wachttijd";
import { beeindigd, type MaakWeg, type Ontvanger, type Verzoek } from "./weg";

type Abonnement = { verzoek: Verzoek; ontvanger: Ontvanger; zegOp: () => void };
type Antwoord = { data?: unknown; errors?: readonly unknown[] };

/**
 * The way round, for networks without WebSockets: one HTTP answer per subscription that does not end. Together they
 * are one line: when one drops all begin again, so that the pages see what they see of a socket.
 *
 * A browser has six connections per server for all its tabs, so a page that nobody sees gives its own back. Nothing is
 * missed by that: a subscription begins where it was.
 */
export const maakStroom: MaakWeg = (adres, melding, pas) => {
  const abonnementen = new Set<Abonnement>();
  // What runs belongs to one round; what is heard from an earlier one no longer counts.
  let ronde = 0;
  let poging = 0;
  let wachtend = false;

  const client = createClient({
    url: adres,
    headers: { "X-Samenspel": "1", ...(pas && { Authorization: `Bearer ${pas}` }) },
    fetchFn: haalMetWaker,
    // Trying again goes for all streams at once.
    retryAttempts: 0,
  });

  function rust() {
    ronde += 1;
    abonnementen.forEach(({ zegOp }) => zegOp());
  }
  async function valWeg(fout?: unknown) {
    rust();
    if (fout instanceof NetworkError && (fout.response as Response | undefined)?.status === 401)
      return melding.afgemeld();
    melding.stand("offline");
    const mijn = ronde;
    wachtend = true;
    await wacht(wachttijd(poging++));
    if (mijn !== ronde) return;
    wachtend = false;
    begin();
  }
  function start(abonnement: Abonnement) {
    const { verzoek, ontvanger } = abonnement;
    const mijn = ronde;
    const geldt = () => mijn === ronde && abonnementen.has(abonnement);
    const weiger = (fout: unknown) => {
      abonnementen.delete(abonnement);
      ontvanger.error(fout);
    };
    const ontvang = (antwoord: Antwoord) => {
      poging = 0;
      // Errors without data: the hub refuses, and ends the stream.
      if (antwoord.errors && !antwoord.data) weiger(antwoord.errors);
      else ontvanger.next(antwoord);
    };
    abonnement.zegOp = client.subscribe(
      verzoek,
      {
        next: (antwoord) => geldt() && ontvang(antwoord),
        error: (fout) => geldt() && void valWeg(fout),
        complete: () => geldt() && weiger(beeindigd()),
      },
      { connected: () => geldt() && melding.stand("live") },
    );
  }
  function begin() {
    if (document.hidden) return;
    melding.stand(navigator.onLine ? "verbinden" : "offline");
    abonnementen.forEach(start);
  }
  const zichtbaar = () => {
    if (document.hidden) return rust();
    wachtend = false;
    begin();
  };
  const geenNetwerk = () => void valWeg();
  document.addEventListener("visibilitychange", zichtbaar);
  window.addEventListener("offline", geenNetwerk);
  melding.stand("verbinden");

  return {
    abonneer(verzoek, ontvanger) {
      const abonnement: Abonnement = { verzoek, ontvanger, zegOp: () => {} };
      abonnementen.add(abonnement);
      if (!wachtend && !document.hidden) start(abonnement);
      return () => {
        abonnementen.delete(abonnement);
        abonnement.zegOp();
      };
    },
    sluit() {
      document.removeEventListener("visibilitychange", zichtbaar);
      window.removeEventListener("offline", geenNetwerk);
      rust();
      abonnementen.clear();
    },
  };
};
