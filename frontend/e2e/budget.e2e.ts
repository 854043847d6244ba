import type { Page } from "playwright-core";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { live, TRAJECT } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { tabNaar } from "./support/toetsen";

const podium = maakPodium();
const BUDGET = `${TRAJECT}/budget`;

const cel = (page: Page, gemeente: string, functie: string) =>
  page
    .getByRole("gridcell")
    .filter({ has: page.getByRole("link", { name: new RegExp(`^${gemeente}, ${functie}.*: `) }) });
const paneel = (page: Page, naam: string) => page.getByRole("complementary", { name: naam });

describe("two people at the budget", () => {
  it("fill in a line, see a task turn it red, and see it heal", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: BUDGET }),
      podium.persoon(BRAM, { naar: BUDGET }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    await anna.getByText("kader in 2026, 7 van 112 bekend").waitFor();
    await cel(anna, "Leudal", "Toezicht").getByRole("link").click();
    const vak = anna.getByRole("complementary", { name: /^Toezicht.* · Leudal · 2026$/ });
    await vak.getByRole("button", { name: "Vul in" }).click();
    await vak.getByLabel("Kader", { exact: true }).fill("50.000,50");
    await vak.getByLabel("Prognose").fill("49.000");
    await vak.getByRole("button", { name: "Bewaar", exact: true }).click();
    await vak.getByText("Schrijf het bedrag in hele euro’s, zonder centen: 12.500.").waitFor();
    expect(await vak.getByLabel("Kader", { exact: true }).inputValue()).toBe("50.000,50");
    await vak.getByLabel("Kader", { exact: true }).fill("50.000");
    await vak.getByRole("button", { name: "Bewaar", exact: true }).click();
    await cel(bram, "Leudal", "Toezicht").getByText("binnen het kader").waitFor();
    await bram.getByText("kader in 2026, 8 van 112 bekend").waitFor();

    await vak.getByRole("button", { name: "Effect toevoegen" }).click();
    await vak.getByLabel("Taak of besluit").fill("Inventarisatie fact");
    await anna.getByRole("option", { name: "Inventarisatie facturatie per gemeente" }).click();
    await vak.getByLabel("Bedrag").fill("4.500");
    await vak.getByRole("button", { name: "Voeg toe" }).click();
    await cel(bram, "Leudal", "Toezicht").getByText("€ 3.500 over het kader").waitFor();
    await vak.getByText("kost eenmalig € 4.500.", { exact: false }).first().waitFor();
    await vak.getByRole("button", { name: /^Haal weg/ }).click();
    await cel(bram, "Leudal", "Toezicht").getByText("binnen het kader").waitFor();
  });

  it("keep what they typed when a colleague was first", async () => {
    const [anna, ander] = await Promise.all([
      podium.persoon(ANNA, { naar: BUDGET }),
      podium.persoon("Accounthouder Weert", { naar: BUDGET }),
    ]);
    await Promise.all([live(anna), live(ander)]);
    for (const page of [anna, ander]) {
      await cel(page, "Weert", "Inkoop").getByRole("link").click();
      await page.getByRole("button", { name: "Vul in" }).click();
    }
    await anna.getByLabel("Kader", { exact: true }).fill("1.000");
    await ander.getByLabel("Kader", { exact: true }).fill("2.000");
    await anna.getByRole("button", { name: "Bewaar", exact: true }).click();
    await ander.getByText("Een collega wijzigde deze regel terwijl je typte", { exact: false }).waitFor();
    expect(await ander.getByLabel("Kader", { exact: true }).inputValue()).toBe("2.000");
    await ander.getByRole("button", { name: "Houd mijn invoer" }).click();
    await ander.getByRole("button", { name: "Bewaar", exact: true }).click();
    await cel(anna, "Weert", "Inkoop").getByText("kader € 2.000").waitFor();
  });
});

describe("one person at the budget", () => {
  it("walks through the grid by keyboard to what is red, and learns why", async () => {
    const anna = await podium.persoon(ANNA, { naar: `${BUDGET}?toon=over&regio=mlo` });
    await live(anna);
    await tabNaar(anna, cel(anna, "Roermond", "Inkoop").getByRole("link"));
    await anna.keyboard.press("ArrowRight");
    await anna.keyboard.press("ArrowRight");
    await anna.keyboard.press("Enter");
    const vak = paneel(anna, "Facturatie · Roermond · 2026");
    await vak.getByText("‘Inventarisatie facturatie per gemeente’ kost eenmalig € 15.000.").first().waitFor();
    await anna.keyboard.press("Escape");
    await vak.waitFor({ state: "detached" });
  });

  it("sees the totals of 2023 checked, and saves the lines as a sheet", async () => {
    const anna = await podium.persoon(ANNA, { naar: BUDGET });
    await live(anna);
    await anna.getByText("totalen kloppen precies", { exact: false }).first().waitFor();
    await anna
      .getByRole("row", { name: /^Totaal lasten/ })
      .first()
      .getByText("€ 1.923.913")
      .waitFor();
    const [bestand] = await Promise.all([
      anna.waitForEvent("download"),
      anna.getByRole("button", { name: "Bewaar als CSV" }).click(),
    ]);
    expect(bestand.suggestedFilename()).toBe("budget-traject-midden-module-1-2026.csv");
    const regels = (await readFile(await bestand.path(), "utf8")).trim().split("\r\n");
    expect(regels).toHaveLength(113);
    expect(regels.find((regel) => regel.includes('"Weert";"Facturatie"'))).toContain("120000;118000;43000");
  });

  it("fits a phone, with one card per gemeente", async () => {
    const anna = await podium.persoon(ANNA, { naar: BUDGET, viewport: { width: 390, height: 844 } });
    await live(anna);
    await cel(anna, "Weert", "Facturatie").getByRole("link").click();
    await anna
      .getByRole("dialog", { name: "Facturatie · Weert · 2026" })
      .getByText("€ 11.000")
      .first()
      .waitFor();
  });
});
