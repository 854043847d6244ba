import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { live, TRAJECT } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { tabNaar } from "./support/toetsen";

const podium = maakPodium();
const OVERDRACHT = `${TRAJECT}/overdracht`;

const cel = (page: Page, functie: string, regio: string) =>
  page
    .getByRole("gridcell")
    .filter({ has: page.getByRole("link", { name: new RegExp(`^${functie}.*, ${regio}: `) }) });
const paneel = (page: Page, naam: string) => page.getByRole("complementary", { name: naam });
const kies = async (page: Page, veld: RegExp, naam: string) => {
  await page.getByRole("button", { name: veld }).click();
  await page.getByRole("option", { name: naam, exact: true }).click();
};

describe("two people at the overdracht", () => {
  it("ask for what is unknown, see it on the board, and see the answer close the task", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: OVERDRACHT }),
      podium.persoon(BRAM, { naar: OVERDRACHT }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    await anna.getByText("nieuw in module 1").first().waitFor();
    await cel(anna, "Facturatie", "Midden-Limburg Oost").getByRole("link").click();
    const vak = paneel(anna, "Facturatie · Midden-Limburg Oost");
    await vak.getByRole("button", { name: "Vraag op wat onbekend is" }).click();
    await vak.getByRole("button", { name: "Zet op het bord" }).click();
    await vak.getByText("Kies wie dit uitzoekt.").waitFor();
    for (const naam of ["contract of systeem", "gewenst aantal fte", "aantal medewerkers"])
      await vak.getByText(naam, { exact: true }).click();
    await vak.getByLabel("Wie zoekt het uit?").fill("Contractm");
    await anna.getByRole("option", { name: "Contractmanager" }).click();
    await vak.getByLabel("Antwoord voor").fill("2099-01-04");
    await vak.getByRole("button", { name: "Zet op het bord" }).click();
    await vak.getByText("Contractmanager zoekt dit uit: aantal fte.").waitFor();
    await cel(bram, "Facturatie", "Midden-Limburg Oost").getByText("gevraagd voor 4 januari 2099").waitFor();

    // The task knows what it is for.
    await vak.getByRole("link", { name: /^taak #/ }).click();
    await anna.getByRole("link", { name: "Facturatie, Midden-Limburg Oost", exact: true }).click();
    await vak.getByRole("button", { name: "Vul in" }).click();
    await vak.getByLabel("Aantal fte nu").fill("anderhalf");
    await vak.getByRole("button", { name: "Bewaar" }).click();
    await vak.getByText("Schrijf het aantal fte als een getal", { exact: false }).waitFor();
    expect(await vak.getByLabel("Aantal fte nu").inputValue()).toBe("anderhalf");
    await vak.getByLabel("Aantal fte nu").fill("1,5");
    await vak.getByRole("button", { name: "Bewaar" }).click();
    await vak.getByText("De taak", { exact: false }).filter({ hasText: "is gereed" }).first().waitFor();
    await cel(bram, "Facturatie", "Midden-Limburg Oost").getByText("Nu 1,5 fte").waitFor();
    await bram.getByText("Nu 1,5 fte (1 van 3 bekend)").waitFor();
    await vak.getByRole("list").getByText("Opvragen: Facturatie, Midden-Limburg Oost").waitFor();
  });

  it("keep what they typed when a colleague was first", async () => {
    const [anna, ander] = await Promise.all([
      podium.persoon(ANNA, { naar: OVERDRACHT }),
      podium.persoon("Contractmanager", { naar: OVERDRACHT }),
    ]);
    await Promise.all([live(anna), live(ander)]);
    for (const page of [anna, ander]) {
      await cel(page, "Toezicht", "Midden-Limburg West").getByRole("link").click();
      await page.getByRole("button", { name: "Vul in" }).click();
    }
    await anna.getByLabel("Aantal fte nu").fill("2");
    await ander.getByLabel("Aantal fte nu").fill("3");
    await anna.getByRole("button", { name: "Bewaar" }).click();
    await ander.getByText("Een collega wijzigde deze cel terwijl je typte", { exact: false }).waitFor();
    expect(await ander.getByLabel("Aantal fte nu").inputValue()).toBe("3");
    await ander.getByRole("button", { name: "Houd mijn invoer" }).click();
    await ander.getByRole("button", { name: "Bewaar" }).click();
    await cel(anna, "Toezicht", "Midden-Limburg West").getByText("Nu 3 fte").waitFor();
  });
});

describe("with the keyboard alone", () => {
  it("one walks through the grid and says how far a gemeente is", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: `${OVERDRACHT}?toon=nieuw` }),
      podium.persoon(BRAM, { naar: OVERDRACHT }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    await tabNaar(anna, cel(anna, "Facturatie", "Noord-Limburg").getByRole("link"));
    await anna.keyboard.press("ArrowRight");
    await anna.keyboard.press("ArrowRight");
    await anna.keyboard.press("Enter");
    const vak = paneel(anna, "Facturatie · Midden-Limburg West");
    await vak.waitFor();
    await tabNaar(anna, vak.getByRole("button", { name: /Weert$/ }));
    await anna.keyboard.press("Enter");
    await anna.getByRole("option", { name: "gereed", exact: true }).waitFor();
    await anna.keyboard.press("End");
    await anna.keyboard.press("Enter");
    await cel(bram, "Facturatie", "Midden-Limburg West").getByText("1 van 3 gemeenten gereed").waitFor();
    await anna.keyboard.press("Escape");
    await vak.waitFor({ state: "detached" });
  });

  it("fits a phone, with one card per function", async () => {
    const anna = await podium.persoon(ANNA, { naar: OVERDRACHT, viewport: { width: 390, height: 844 } });
    await live(anna);
    await cel(anna, "Inkoop", "Noord-Limburg").getByRole("link").click();
    const dialoog = anna.getByRole("dialog", { name: "Inkoop · Noord-Limburg" });
    await dialoog.getByRole("button", { name: "Vul in" }).click();
    await kies(anna, /Stap voor medewerkers$/, "aantal in beeld");
    await dialoog.getByRole("button", { name: "Bewaar" }).click();
    await dialoog
      .getByRole("definition")
      .filter({ hasText: /^aantal in beeld$/ })
      .waitFor();
  });
});
