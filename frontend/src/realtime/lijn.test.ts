import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { maakBereiken } from "./bereiken";
import { lijnNummer, maakLijn } from "./lijn";
import { OPKOMST_MS } from "./socket";
import { verbinding, zetLijn, zetOmweg } from "./verbinding";

type Net = { socket: "open" | "weigert" | "hangt"; http: boolean };

/** The browser's own ways out, on a network that the test plays. */
function speelNetwerk(net: Net) {
  class Socket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readyState = 0;
    onopen?: () => void;
    onerror?: (fout: unknown) => void;
    onclose?: (einde: object) => void;
    onmessage?: (bericht: { data: string }) => void;
    constructor() {
      setTimeout(() => {
        if (net.socket === "weigert") return this.close(1006);
        if (net.socket === "hangt") return;
        this.readyState = 1;
        this.onopen?.();
        this.onmessage?.({ data: '{"type":"connection_ack"}' });
      }, 10);
    }
    send() {}
    close(code = 1000) {
      this.readyState = 3;
      if (code === 1006) this.onerror?.(new Event("error"));
      this.onclose?.({ code, reason: "" });
    }
  }
  vi.stubGlobal("WebSocket", Socket);
  vi.stubGlobal("fetch", async (_adres: string, { headers }: RequestInit) => {
    if (!net.http) throw new TypeError("Failed to fetch");
    if (new Headers(headers).get("Accept") === "text/event-stream") return new Response(new ReadableStream());
    return new Response("{}", { headers: { "Content-Type": "application/json" } });
  });
}
/** A line with one subscription, which a page starts anew on each new line; and what the pill said meanwhile. */
function speelLijn(net: Net) {
  speelNetwerk(net);
  const lijn = maakLijn({ direct: "ws://hub/graphql", omweg: "/graphql" }, maakBereiken(), () => {});
  let zegOp = () => {};
  const stopt = [
    lijnNummer.volg(() => {
      zegOp();
      zegOp = lijn.abonneer({ query: "subscription { x }" }, {} as never, { next() {}, error() {} });
    }),
  ];
  const gezegd: string[] = [];
  stopt.push(
    verbinding.volg(() => {
      const nu = verbinding.lees();
      const tekst = `${nu.lijn}${nu.omweg ? " via een omweg" : ""}`;
      if (gezegd.at(-1) !== tekst) gezegd.push(tekst);
    }),
  );
  lijn.open();
  return { gezegd, stop: () => (stopt.forEach((stap) => stap()), lijn.sluit()) };
}
const verloop = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  vi.useFakeTimers();
  zetOmweg(false);
  zetLijn("verbinden");
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("een netwerk dat sockets weigert, is geen offline: binnen enkele tellen live via een omweg", async () => {
  const { gezegd, stop } = speelLijn({ socket: "weigert", http: true });
  await verloop(2000);
  expect(gezegd).toEqual(["verbinden via een omweg", "live via een omweg"]);
  stop();
});

test("een socket die blijft hangen, krijgt twee keer vier tellen", async () => {
  const { gezegd, stop } = speelLijn({ socket: "hangt", http: true });
  await verloop(2 * OPKOMST_MS - 100);
  expect(gezegd).toEqual([]);
  await verloop(1000);
  expect(gezegd.at(-1)).toBe("live via een omweg");
  stop();
});

test("een hub die weg is, is offline, en geen omweg; is zij er weer, dan live over de socket", async () => {
  const net: Net = { socket: "weigert", http: false };
  const { gezegd, stop } = speelLijn(net);
  await verloop(60_000);
  expect(gezegd).toContain("offline");
  Object.assign(net, { socket: "open", http: true });
  await verloop(11_000);
  expect(gezegd.at(-1)).toBe("live");
  expect(gezegd.join()).not.toContain("omweg");
  stop();
});

test("laat het netwerk later wel sockets door, dan gaat het weer direct", async () => {
  const net: Net = { socket: "weigert", http: true };
  const { gezegd, stop } = speelLijn(net);
  await verloop(2000);
  net.socket = "open";
  window.dispatchEvent(new Event("online"));
  await verloop(100);
  expect(gezegd.slice(-2)).toEqual(["verbinden", "live"]);
  stop();
});
