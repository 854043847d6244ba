import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { chromium, UITVOER } from "./benodigd";
import { startHub, type Hub } from "./hub";
import { startLijn, type Lijn } from "./lijn";
import { startProxy, type Proxy } from "./proxy";

export const ANNA = "Kwartiermaker";
export const BRAM = "Coördinator toegang";

type Keuze = BrowserContextOptions & {
  /** The page to land on. */
  naar?: string;
  /** Through a wire that can be cut. */
  lijn?: Lijn;
};
const ARGS = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
/** A page that breaks or wants what the hub forbids has a bug, also where no test looks. */
function luister(page: Page, fouten: string[]) {
  page.on("pageerror", (fout) => fouten.push(fout.stack ?? String(fout)));
  page.on("console", (regel) => {
    if (/Content Security Policy/.test(regel.text())) fouten.push(regel.text());
  });
}

/** A hub and a browser for the tests of one file, with a window for each person. */
export function maakPodium() {
  let hub: Hub;
  let browser: Browser;
  const lijnen: (Lijn | Proxy)[] = [];
  const fouten: string[] = [];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([
      startHub(),
      playwright.launch({ executablePath: chromium(), args: ARGS }),
    ]);
  });
  afterEach(async ({ task }) => {
    const contexten = browser.contexts();
    if (task.result?.state === "fail") {
      await mkdir(UITVOER, { recursive: true });
      const naam = task.name.replaceAll(/\W+/g, "-").slice(0, 60);
      const paginas = contexten.flatMap((context) => context.pages());
      await Promise.allSettled(
        paginas.map((page, i) => page.screenshot({ path: join(UITVOER, `${naam}-${i + 1}.png`) })),
      );
    }
    await Promise.all(contexten.map((context) => context.close()));
    lijnen.splice(0).forEach((lijn) => lijn.sluit());
    expect([...hub.ongeluk, ...fouten.splice(0)]).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.ruimOp();
  });

  async function venster({ naar = "/", lijn, ...keuze }: Keuze = {}): Promise<Page> {
    const context = await browser.newContext({
      baseURL: lijn?.adres ?? hub.adres,
      viewport: { width: 1440, height: 900 },
      locale: "nl-NL",
      timezoneId: "Europe/Amsterdam",
      reducedMotion: "reduce",
      ...keuze,
    });
    context.setDefaultTimeout(15_000);
    context.on("page", (page) => luister(page, fouten));
    const page = await context.newPage();
    await page.goto(naar);
    return page;
  }
  return {
    get hub() {
      return hub;
    },
    /** A browser of somebody who has not signed in. */
    venster,
    /** A browser of somebody who chose this role on the sign-in page. */
    async persoon(naam: string, { naar = "/", ...keuze }: Keuze = {}): Promise<Page> {
      const page = await venster({ ...keuze, naar: `/aanmelden?terug=${encodeURIComponent(naar)}` });
      // Who has two roles stands there twice.
      await page.getByRole("button", { name: naam, exact: true }).first().click();
      await page.getByRole("button", { name: `Account van ${naam}` }).waitFor();
      return page;
    },
    /** To the hub, or to the proxy before it. */
    async lijn(naar: { poort: number } = hub): Promise<Lijn> {
      const lijn = await startLijn(naar.poort);
      lijnen.push(lijn);
      return lijn;
    },
    async proxy(sockets: "weigeren" | "hangen"): Promise<Proxy> {
      const proxy = await startProxy(hub.poort, sockets);
      lijnen.push(proxy);
      return proxy;
    },
  };
}
