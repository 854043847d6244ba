import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { STIL_MS } from "./stilte";
import { maakStroom } from "./stroom";

type Verzoek = { variables: { vanaf: string } };

/** The hub as the browser meets it: each POST is a stream that the test writes to. */
function speelHub() {
  const stromen: {
    verzoek: Verzoek;
    stuur: (tekst: string) => void;
    eindig: () => void;
    afgebroken: () => boolean;
  }[] = [];
  const net = { status: 200, bereikbaar: true };
  vi.stubGlobal("fetch", async (_adres: string, opties: RequestInit) => {
    if (!net.bereikbaar) throw new TypeError("Failed to fetch");
    let uit!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (uit = controller) });
    const signaal = opties.signal!;
    signaal.addEventListener("abort", () => uit.error(signaal.reason));
    stromen.push({
      verzoek: JSON.parse(String(opties.body)) as Verzoek,
      stuur: (tekst) => uit.enqueue(new TextEncoder().encode(tekst)),
      eindig: () => uit.close(),
      afgebroken: () => signaal.aborted,
    });
    return new Response(body, { status: net.status });
  });
  const standen: string[] = [];
  const melding = {
    stand: (nu: string) => void (standen.at(-1) !== nu && standen.push(nu)),
    mislukt: vi.fn(),
    afgemeld: vi.fn(),
    opgegeven: vi.fn(),
  };
  const weg = maakStroom("/graphql", melding);
  let vanaf = "t-1";
  const ontvanger = { next: vi.fn(), error: vi.fn() };
  const verzoek = {
    query: "subscription { x }",
    get variables() {
      return { vanaf };
    },
  };
  return {
    net,
    stromen,
    standen,
    melding,
    weg,
    ontvanger,
    volg: () => weg.abonneer(verzoek, ontvanger),
    lopend: () => stromen.filter(({ afgebroken }) => !afgebroken()).length,
    gezien: (positie: string) => void (vanaf = positie),
  };
}
const bericht = (inhoud: object) => `event: next\ndata: ${JSON.stringify(inhoud)}\n\n`;
const gebeurd = bericht({ data: { x: 1 } });
const tik = () => vi.advanceTimersByTimeAsync(0);
const toon = (hidden: boolean) => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
};

let hub: ReturnType<typeof speelHub>;
beforeEach(() => {
  vi.useFakeTimers();
  hub = speelHub();
});
afterEach(() => {
  hub.weg.sluit();
  toon(false);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("wat de hub stuurt, komt aan, ook in stukken", async () => {
  hub.volg();
  await tik();
  expect(hub.standen).toEqual(["verbinden", "live"]);
  hub.stromen[0]!.stuur(`:\n\n${gebeurd.slice(0, 20)}`);
  await tik();
  expect(hub.ontvanger.next).not.toHaveBeenCalled();
  hub.stromen[0]!.stuur(gebeurd.slice(20));
  await tik();
  expect(hub.ontvanger.next.mock.calls).toEqual([[{ data: { x: 1 } }]]);
});

test("valt één stroom weg, dan begint de hele lijn opnieuw, vanaf wat er gezien is", async () => {
  hub.volg();
  hub.volg();
  await tik();
  hub.gezien("t-7");
  hub.stromen[0]!.eindig();
  await tik();
  expect(hub.standen.at(-1)).toBe("offline");
  expect(hub.stromen[1]!.afgebroken()).toBe(true);
  await vi.advanceTimersByTimeAsync(500);
  expect(hub.standen).toEqual(["verbinden", "live", "offline", "verbinden", "live"]);
  expect(hub.stromen.map(({ verzoek }) => verzoek.variables.vanaf)).toEqual(["t-1", "t-1", "t-7", "t-7"]);
  expect(hub.ontvanger.error).not.toHaveBeenCalled();
});

test("een lijn die te lang stil is, wordt opnieuw geopend; een teken van leven is genoeg", async () => {
  hub.volg();
  await tik();
  for (let keer = 0; keer < 3; keer++) {
    await vi.advanceTimersByTimeAsync(STIL_MS - 1);
    hub.stromen[0]!.stuur(":\n\n");
    await tik();
  }
  expect(hub.stromen).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(STIL_MS);
  expect(hub.standen.at(-1)).toBe("offline");
  await vi.advanceTimersByTimeAsync(500);
  expect(hub.stromen).toHaveLength(2);
});

test("zonder netwerk steeds later opnieuw, en meteen als de browser zegt dat het er weer is", async () => {
  hub.net.bereikbaar = false;
  hub.volg();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hub.standen.at(-1)).toBe("offline");
  hub.net.bereikbaar = true;
  window.dispatchEvent(new Event("online"));
  await tik();
  expect(hub.standen.at(-1)).toBe("live");
  window.dispatchEvent(new Event("offline"));
  expect(hub.standen.at(-1)).toBe("offline");
  expect(hub.lopend()).toBe(0);
});

test("wie zich afmeldt of geen recht heeft, hoort dat, en er wordt niets herhaald", async () => {
  hub.volg();
  await tik();
  hub.stromen[0]!.stuur(bericht({ data: null, errors: [{ message: "Nee" }] }) + "event: complete\ndata:\n\n");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hub.ontvanger.error.mock.calls).toEqual([[[{ message: "Nee" }]]]);
  expect(hub.stromen).toHaveLength(1);

  hub.net.status = 401;
  hub.volg();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hub.melding.afgemeld).toHaveBeenCalledOnce();
  expect(hub.stromen).toHaveLength(2);
});

test("opzeggen sluit de stroom en meldt geen fout", async () => {
  const zegOp = hub.volg();
  await tik();
  zegOp();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hub.lopend()).toBe(0);
  expect(hub.stromen).toHaveLength(1);
  expect(hub.ontvanger.error).not.toHaveBeenCalled();
  expect(hub.standen).toEqual(["verbinden", "live"]);
});

test("een pagina die niemand ziet, geeft haar verbindingen terug en gaat daarna verder waar zij was", async () => {
  hub.volg();
  await tik();
  toon(true);
  hub.volg();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hub.lopend()).toBe(0);
  expect(hub.standen).toEqual(["verbinden", "live"]);
  hub.gezien("t-9");
  toon(false);
  await tik();
  expect(hub.standen).toEqual(["verbinden", "live", "verbinden", "live"]);
  expect(hub.lopend()).toBe(2);
  expect(hub.stromen.slice(1).map(({ verzoek }) => verzoek.variables.vanaf)).toEqual(["t-9", "t-9"]);
});
