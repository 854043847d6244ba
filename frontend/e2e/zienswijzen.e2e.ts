import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { live, TRAJECT } from "./support/bord";
import { ANNA, maakPodium } from "./support/podium";
import { tabNaar } from "./support/toetsen";

const podium = maakPodium();
const ZIENSWIJZEN = `${TRAJECT}/zienswijzen`;
const LEUDAL = "Accounthouder Leudal";

const regel = (page: Page, tekst: string) => page.getByRole("listitem").filter({ hasText: tekst });
const paneel = (page: Page, gemeente: string) =>
  page.getByRole("complementary", { name: `Raad van ${gemeente}` });
const kies = async (page: Page, veld: RegExp, naam: string) => {
  await page.getByRole("button", { name: veld }).click();
  await page.getByRole("option", { name: naam, exact: true }).click();
};
const beide = async () => {
  const [anna, houder] = await Promise.all([
    podium.persoon(ANNA, { naar: ZIENSWIJZEN }),
    podium.persoon(LEUDAL, { naar: ZIENSWIJZEN }),
  ]);
  await Promise.all([live(anna), live(houder)]);
  return [anna, houder] as const;
};

describe("two people at the register of zienswijzen", () => {
  it("see a remark come in, be answered, change the text and go back to the council", async () => {
    const [anna, houder] = await beide();
    await houder.getByRole("button", { name: "Nieuw punt" }).first().click();
    const dialoog = houder.getByRole("dialog");
    // What is missing is said beside the field, and what was typed stays.
    await dialoog.getByLabel("Wat zei de raad? (verplicht)").fill("Wat kost het per inwoner van Leudal?");
    await dialoog.getByRole("button", { name: "Zet in het register" }).click();
    await dialoog.getByText("Dit veld is leeg. Vul het in.").waitFor();
    await dialoog.getByLabel("Thema (verplicht)").fill("Kosten");
    await dialoog.getByRole("button", { name: "Zet in het register" }).click();
    await dialoog.waitFor({ state: "detached" });

    const bijAnna = regel(anna, "Wat kost het per inwoner van Leudal?");
    await bijAnna.getByText("nog geen antwoord").first().waitFor();
    await bijAnna.getByRole("link").click();
    const vak = paneel(anna, "Leudal");
    await vak.getByLabel("Antwoord").fill("De begroting laat de kosten per gemeente zien.");
    await regel(houder, "per inwoner van Leudal").getByText(`${ANNA} is hier bezig`).waitFor();
    await kies(anna, /Wat doet het met de tekst\?$/, "De tekst is aangepast");
    await vak.getByRole("button", { name: "Bewaar het antwoord" }).click();
    await vak.getByText("Schrijf op wat er in de tekst veranderd is.").waitFor();
    await vak.getByLabel("Wat is er in de tekst veranderd?").fill("Bijlage 2 noemt het bedrag per inwoner.");
    await vak.getByRole("button", { name: "Bewaar het antwoord" }).click();
    const bijHouder = regel(houder, "Wat kost het per inwoner van Leudal?");
    await bijHouder.getByText("terug naar de raad").waitFor();
    await bijHouder.getByText("Bijlage 2 noemt het bedrag per inwoner.").waitFor();

    await vak.getByLabel("Teruggekoppeld aan de raad op").fill("2025-09-04");
    await vak.getByRole("button", { name: "Bewaar het antwoord" }).click();
    await bijHouder.getByText("teruggekoppeld").waitFor();
  });

  it("take the register along as a nota", async () => {
    const anna = await podium.persoon(ANNA, { naar: ZIENSWIJZEN });
    const [bestand] = await Promise.all([
      anna.waitForEvent("download"),
      anna.getByRole("button", { name: "Nota opslaan" }).click(),
    ]);
    expect(bestand.suggestedFilename()).toBe("nota-van-zienswijzen.md");
  });
});

describe("with the keyboard alone", () => {
  it("one opens a remark, answers it and comes back to it", async () => {
    const anna = await podium.persoon(ANNA, { naar: `${ZIENSWIJZEN}?stand=ONTVANGEN` });
    await live(anna);
    const link = anna.getByRole("link", { name: "Raad van Echt-Susteren over Personeel" });
    await tabNaar(anna, link);
    await anna.keyboard.press("Enter");
    const vak = paneel(anna, "Echt-Susteren");
    await tabNaar(anna, vak.getByLabel("Antwoord"));
    await anna.keyboard.type("De kwartiermaker werkt de stappen uit.");
    await tabNaar(anna, vak.getByRole("button", { name: "Bewaar het antwoord" }));
    await anna.keyboard.press("Enter");
    await vak.getByText("beantwoord", { exact: true }).waitFor();
    await anna.getByRole("button", { name: "Wis filters" }).click();
    await tabNaar(anna, vak.getByRole("button", { name: "Sluiten" }));
    await anna.keyboard.press("Escape");
    await regel(anna, "Raad van Echt-Susteren").getByText("De kwartiermaker werkt de stappen uit.").waitFor();
  });
});
