import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { IndexeddbPersistence } from "y-indexeddb";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { maakWinkel } from "~/lib/winkel";
import { wacht } from "~/realtime/wachttijd";
import { ongezonden, verdwenen, type Stuk } from "./ongezonden";

/** The message that asks the hub to say when everything before it is on disk, and its answer. */
const BEWAARD = 100;
/** The messages of the protocol that bring documents together: what each side has, and what the other lacks. */
const SYNC = 0;
const STAP_1 = 0;
const STAP_2 = 1;
/** The store of the browser is waited for no longer than this. */
const BEWAARPLEK_MS = 3000;
/** So often in a row the socket may fail before the text is shown without it. */
const MISLUKT = 3;
/** A socket that neither comes up nor fails is given up after this. */
const HANGT_MS = 10_000;

/**
 * `verbinden`: not there yet. `opgeslagen`: on disk at the hub. `bezig`: on its way there, or into this browser.
 * `offline`: kept in this browser. `geblokkeerd`: the network lets no WebSocket through. `dicht`: one may not, or not any more.
 */
export type Kamerstand = "verbinden" | "opgeslagen" | "bezig" | "offline" | "geblokkeerd" | "dicht";
export type Kamer = ReturnType<typeof openKamer>;

type Opties = {
  /** What the text is called among all texts. */
  naam: string;
  /** Whose changes are kept in this browser while the line is away; nobody's for who only reads. */
  bewaarVoor?: string;
};

/** Stays in the browser until one chooses what to do with it. */
function maakVerloren(sleutel: string | undefined) {
  const lees = (): readonly Stuk[] => {
    try {
      return JSON.parse((sleutel && localStorage.getItem(sleutel)) || "[]") as Stuk[];
    } catch {
      return [];
    }
  };
  const winkel = maakWinkel(lees());
  winkel.volg(() => {
    if (!sleutel) return;
    if (winkel.lees().length > 0) localStorage.setItem(sleutel, JSON.stringify(winkel.lees()));
    else localStorage.removeItem(sleutel);
  });
  return winkel;
}

/** One text, open in this tab: the document, the line to the hub, and what is kept in the browser. */
export function openKamer({ naam, bewaarVoor }: Opties) {
  const doc = new Y.Doc();
  const bewaarplek = bewaarVoor ? new IndexeddbPersistence(`${bewaarVoor}/${naam}`, doc) : undefined;
  const adres = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/sync`;
  const lijn = new WebsocketProvider(adres, naam, doc, { disableBc: true, connect: false });
  const stand = maakWinkel<Kamerstand>("verbinden");
  const verloren = maakVerloren(bewaarVoor && `samenspel.verloren.${bewaarVoor}/${naam}`);
  let hubHeeft: ReadonlyMap<number, number> = new Map();
  let gevraagd = 0;
  let bewaard = 0;
  let geschreven = 0;
  let ooitVerbonden = false;
  let mislukt = 0;

  const zet = (nieuw: Kamerstand) => stand.zet((oud) => (oud === nieuw ? oud : nieuw));
  const isUit = () => ["dicht", "geblokkeerd"].includes(stand.lees());

  const brengSamen = lijn.messageHandlers[SYNC]!;
  lijn.messageHandlers[SYNC] = (antwoord, bericht, ...rest) => {
    const vooraf = decoding.clone(bericht);
    const stap = decoding.readVarUint(vooraf);
    // The hub asks before it answers: what it has then is from before what comes.
    if (stap === STAP_1) hubHeeft = Y.decodeStateVector(decoding.readVarUint8Array(vooraf));
    const mijn = stap === STAP_2 ? ongezonden(doc, hubHeeft) : [];
    brengSamen(antwoord, bericht, ...rest);
    const weg = verdwenen(doc, mijn);
    if (weg.length > 0) verloren.zet((oud) => [...oud, ...weg]);
  };
  lijn.messageHandlers[BEWAARD] = (_antwoord, bericht) => {
    bewaard = decoding.readVarUint(bericht);
    if (bewaard === gevraagd && !isUit()) zet("opgeslagen");
  };
  /** Everything that was sent up to now is on disk once the hub answers this. */
  function vraag() {
    gevraagd += 1;
    const bericht = encoding.createEncoder();
    encoding.writeVarUint(bericht, BEWAARD);
    encoding.writeVarUint(bericht, gevraagd);
    lijn.ws?.send(encoding.toUint8Array(bericht));
  }
  /** Everything written up to now is in this browser once this is answered: its store keeps the order. */
  function vraagBrowser() {
    geschreven += 1;
    const nummer = geschreven;
    const vraag = bewaarplek?.db?.transaction("updates", "readonly").objectStore("updates").count();
    if (!vraag) return zet("offline");
    zet("bezig");
    vraag.onsuccess = () => {
      if (nummer === geschreven && !lijn.synced && !isUit()) zet("offline");
    };
  }
  lijn.on("sync", (klaar: boolean) => {
    if (!klaar) return;
    ooitVerbonden = true;
    mislukt = 0;
    zet("bezig");
    // What was kept here goes along in answer to the hub's own question, which came before this.
    vraag();
  });
  lijn.on("connection-close", () => {
    if (isUit()) return;
    mislukt += 1;
    zet(ooitVerbonden ? "offline" : "verbinden");
    if (!ooitVerbonden && mislukt >= MISLUKT) void geefOp();
  });
  /** Not when it is the hub that does not answer: then the socket may come yet. */
  async function geefOp() {
    const antwoordt = await fetch("/healthz").then(
      ({ ok }) => ok,
      () => false,
    );
    if (!antwoordt || ooitVerbonden || isUit()) return;
    zet("geblokkeerd");
    lijn.disconnect();
  }
  const klok = setTimeout(() => void geefOp(), HANGT_MS);
  lijn.on("closed", () => zet("dicht"));
  doc.on("update", (_update: Uint8Array, bron: unknown) => {
    if (bron === lijn || bron === bewaarplek || isUit()) return;
    if (!lijn.synced) return ooitVerbonden ? vraagBrowser() : zet("verbinden");
    zet("bezig");
    // After the provider, which sends the change itself.
    queueMicrotask(vraag);
  });

  // First what was kept here, so that it is known when the hub's part comes in.
  let gesloten = false;
  const verbind = () => void (gesloten || lijn.connect());
  if (bewaarplek) void Promise.race([bewaarplek.whenSynced, wacht(BEWAARPLEK_MS)]).then(verbind);
  else verbind();

  return {
    doc,
    lijn,
    stand,
    /** What one wrote without a line and is in the text no more: somebody moved or took out that part meanwhile. */
    verloren,
    sluit() {
      gesloten = true;
      clearTimeout(klok);
      lijn.destroy();
      void bewaarplek?.destroy();
      doc.destroy();
    },
  };
}
