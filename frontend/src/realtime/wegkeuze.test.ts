import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { maakWegkeuze, OPNIEUW_MS, type Route } from "./wegkeuze";

/** A network that the test plays: does HTTP get through, does a socket come up? */
function speelNetwerk() {
  const net = { http: true, socket: false };
  const routes: Route[] = [];
  const hubAntwoordt = vi.fn(async () => net.http);
  const socketKomtOp = vi.fn(async () => net.socket);
  const keuze = maakWegkeuze({ hubAntwoordt, socketKomtOp, neem: (route) => routes.push(route) });
  const mislukt = async (keer: number) => {
    for (let i = 0; i < keer; i++) await keuze.socketMislukt();
  };
  return { net, routes, keuze, hubAntwoordt, socketKomtOp, mislukt };
}
/** The line begins, and the socket never comes up. */
async function opOmweg() {
  const spel = speelNetwerk();
  spel.keuze.begin();
  await spel.mislukt(2);
  expect(spel.routes).toEqual(["direct", "omweg"]);
  return spel;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("een socket die twee keer niet opkomt terwijl de hub antwoordt: de omweg", async () => {
  const { keuze, routes, mislukt } = speelNetwerk();
  keuze.begin();
  await mislukt(1);
  expect(routes).toEqual(["direct"]);
  await mislukt(1);
  expect(routes).toEqual(["direct", "omweg"]);
});

test("een hub die herstart, antwoordt ook niet over HTTP: geen omweg, hoe lang het ook duurt", async () => {
  const { net, keuze, routes, mislukt } = speelNetwerk();
  keuze.begin();
  keuze.socketGelukt();
  net.http = false;
  await mislukt(20);
  // It is back just between a failed socket and the question: that counts once, and the next socket comes up.
  net.http = true;
  await mislukt(1);
  keuze.socketGelukt();
  expect(routes).toEqual(["direct"]);
});

test("een storing tussendoor begint de telling opnieuw", async () => {
  const { net, keuze, routes, mislukt } = speelNetwerk();
  keuze.begin();
  await mislukt(1);
  net.http = false;
  await mislukt(1);
  net.http = true;
  await mislukt(1);
  expect(routes).toEqual(["direct"]);
});

test("een socket die eerder werkte, krijgt vier keer de kans", async () => {
  const { keuze, routes, mislukt } = speelNetwerk();
  keuze.begin();
  keuze.socketGelukt();
  await mislukt(3);
  expect(routes).toEqual(["direct"]);
  await mislukt(1);
  expect(routes).toEqual(["direct", "omweg"]);
});

test("komt de socket op terwijl de vraag nog loopt, dan telt het antwoord niet", async () => {
  const { keuze, routes, hubAntwoordt } = speelNetwerk();
  keuze.begin();
  await keuze.socketMislukt();
  let antwoord!: (ja: boolean) => void;
  hubAntwoordt.mockReturnValueOnce(new Promise((klaar) => (antwoord = klaar)));
  const vraag = keuze.socketMislukt();
  keuze.socketGelukt();
  antwoord(true);
  await vraag;
  expect(routes).toEqual(["direct"]);
});

test("op de omweg wordt de socket om de paar minuten geprobeerd, en alleen genomen als zij opkomt", async () => {
  const { net, routes, socketKomtOp } = await opOmweg();
  await vi.advanceTimersByTimeAsync(OPNIEUW_MS - 1);
  expect(socketKomtOp).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1 + OPNIEUW_MS);
  expect(socketKomtOp).toHaveBeenCalledTimes(2);
  expect(routes).toEqual(["direct", "omweg"]);
  net.socket = true;
  await vi.advanceTimersByTimeAsync(OPNIEUW_MS);
  expect(routes).toEqual(["direct", "omweg", "direct"]);
  await vi.advanceTimersByTimeAsync(3 * OPNIEUW_MS);
  expect(socketKomtOp).toHaveBeenCalledTimes(3);
});

test("zegt de browser dat er weer een netwerk is, dan wordt de socket meteen geprobeerd", async () => {
  const { net, routes } = await opOmweg();
  net.socket = true;
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect(routes).toEqual(["direct", "omweg", "direct"]);
});

test("een gesloten lijn probeert niets meer; een nieuwe begint met de weg die werkte", async () => {
  const { net, routes, keuze, socketKomtOp } = await opOmweg();
  net.socket = true;
  keuze.stop();
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(2 * OPNIEUW_MS);
  expect(socketKomtOp).not.toHaveBeenCalled();
  keuze.begin();
  expect(routes).toEqual(["direct", "omweg", "omweg"]);
});
