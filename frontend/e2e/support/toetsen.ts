import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

const HOOGUIT = 150;

const isActief = (doel: Locator) => doel.evaluate((element) => element === document.activeElement);

/** Presses Tab until this has the focus; fails when the keyboard never gets there. */
export async function tabNaar(page: Page, doel: Locator) {
  await doel.waitFor();
  for (let keer = 0; keer < HOOGUIT; keer++) {
    if (await isActief(doel)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Met Tab is dit niet te bereiken: ${String(doel)}`);
}

/** The focus comes here by itself. */
export async function heeftFocus(doel: Locator) {
  await doel.waitFor();
  await expect.poll(() => isActief(doel)).toBe(true);
}
