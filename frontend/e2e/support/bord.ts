import type { Locator, Page } from "playwright-core";

/** The pages of the trajectory of the demo. */
export const TRAJECT = "/integratie/traject-midden-module-1";
export const BORD = `${TRAJECT}/takenbord`;
/** Without lanes each column is one list. */
export const ZONDER_BANEN = `${BORD}?banen=geen`;

export const kaart = (page: Page, titel: string): Locator =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name: titel, exact: true }) });
export const kolom = (page: Page, naam: string): Locator =>
  page.getByRole("region", { name: new RegExp(`^${naam} \\d`) });
/** The card, where it should be. */
export const inKolom = (page: Page, titel: string, naam: string): Locator =>
  kolom(page, naam).getByRole("link", { name: titel, exact: true });
/** The titles in a column, from top to bottom. */
export const titels = (page: Page, naam: string): Promise<string[]> =>
  kolom(page, naam).getByRole("listitem").getByRole("link").allTextContents();

export const pil = (page: Page, tekst: string | RegExp): Locator =>
  page.getByRole("status").filter({ hasText: tekst });
/** The line is up, and the page shows what is there instead of its shape. */
export async function live(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  await pil(page, /^Live$/).waitFor();
}
export const liveViaOmweg = (page: Page): Promise<void> => pil(page, /^Live via een omweg$/).waitFor();

/** With the menu of the card. Tells when the mouse button went up. */
export async function verplaats(page: Page, titel: string, naar: string): Promise<number> {
  await page.getByRole("button", { name: `Verplaats ‘${titel}’ naar…` }).click();
  // Listens before the click, however slow the page is; the object keeps the promise from being waited for here.
  const muis = await page.evaluateHandle(() => ({
    los: new Promise<number>((klaar) =>
      addEventListener("pointerup", () => klaar(Date.now()), { capture: true, once: true }),
    ),
  }));
  await page.getByRole("menuitem", { name: naar, exact: true }).click();
  return muis.evaluate(({ los }) => los);
}

/** Presses the mouse on a card and moves it a little, so that the drag begins. */
export async function pakOp(page: Page, van: Locator) {
  await van.scrollIntoViewIfNeeded();
  const vak = (await van.boundingBox())!;
  const [x, y] = [vak.x + vak.width / 2, vak.y + vak.height - 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 12, y + 6, { steps: 4 });
}
/** Moves what was picked up to the upper edge of an element, and lets go. */
export async function legBoven(page: Page, doel: Locator) {
  const vak = (await doel.boundingBox())!;
  await page.mouse.move(vak.x + vak.width / 2, vak.y + 6, { steps: 12 });
  await page.mouse.up();
}

/** The moment at which the card is drawn in a column, in milliseconds of the shared clock. */
export const verschijnt = (page: Page, taak: string, kolomId: string): Promise<number> =>
  page.evaluate(
    (plek) =>
      new Promise<number>((klaar) => {
        const kijk = () => {
          if (!document.querySelector(plek)) return;
          wachter.disconnect();
          requestAnimationFrame(() => klaar(Date.now()));
        };
        const wachter = new MutationObserver(kijk);
        wachter.observe(document.body, { subtree: true, childList: true });
        kijk();
      }),
    `[data-kolom="${kolomId}"] [data-taak="${taak}"]`,
  );
