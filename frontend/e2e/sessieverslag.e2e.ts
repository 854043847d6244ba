import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axe } from "./support/axe";
import { ANNA, BRAM, maakPodium } from "./support/podium";

const podium = maakPodium();
const TELEFOON = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const knop = (page: Page, naam: string | RegExp) => page.getByRole("button", { name: naam, exact: true });
const breedte = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A new session after this template, with its door open; answers the code. */
async function open(anna: Page, naam: string, sjabloon: string, opNaam: boolean): Promise<string> {
  await anna.goto("/sessies");
  await knop(anna, "Nieuwe sessie").first().click();
  const dialoog = anna.getByRole("dialog");
  await dialoog.getByRole("button", { name: /Sjabloon/ }).click();
  await anna.getByRole("option", { name: sjabloon }).click();
  await dialoog.getByLabel("Naam (verplicht)").fill(naam);
  if (opNaam) await dialoog.getByText(/^Anoniem: niemand/).click();
  await knop(anna, "Zet klaar").click();
  await knop(anna, "Open de sessie").click();
  const adres = await anna.getByRole("link", { name: /\/meedoen\// }).getAttribute("href");
  return adres!.split("/").pop()!;
}
async function doeMee(page: Page, code: string, naam: string) {
  await page.goto(`/meedoen/${code}`);
  await page.getByLabel("Je naam in deze sessie").fill(naam);
  await page.getByLabel("Voor wie ben je hier?").selectOption("mgr");
  await knop(page, "Doe mee").click();
  await page.getByText(`Je bent binnen, ${naam}`).waitFor();
}

describe("a report", () => {
  it(
    "goes to who was there and said so, and to who was chosen, after a look at who gets what",
    { timeout: 120_000 },
    async () => {
      const [anna, bram] = await Promise.all([podium.persoon(ANNA), podium.persoon(BRAM)]);
      const code = await open(anna, "Kosten van de jeugdhulp", "Behouden, loslaten, toevoegen", true);
      // Bram takes part in the browser he also signs in with.
      await doeMee(bram, code, "Bram de B");
      await bram.getByText(/^Op naam: bij elke notitie/).waitFor();
      await knop(anna, "Begin").click();
      await bram.getByRole("button", { name: /^Behouden/ }).click();
      await bram.getByLabel("Nieuwe notitie bij Behouden").fill("Vaste mensen aan tafel");
      await knop(bram, "Plaats notitie").click();
      await knop(anna, "Toon de notities").click();
      await anna.getByText("Vaste mensen aan tafel").waitFor();
      await knop(anna, "Rond de sessie af").click();
      await knop(anna, "Rond af").click();
      await anna.getByRole("link", { name: "Lees het verslag" }).click();
      await anna.getByText("Bram de B").first().waitFor();

      await bram.getByRole("link", { name: "Meld je aan en zet je notities op je naam" }).click();
      await bram.getByText("Je deed mee als Bram de B").waitFor();
      expect(await axe(bram)).toEqual([]);
      await knop(bram, "Zet op mijn naam").click();
      await bram.getByText("Niets om op je naam te zetten").waitFor();
      // On the screen of somebody else at once.
      await anna.getByText(`· ${BRAM}`).waitFor();

      const download = anna.waitForEvent("download");
      await knop(anna, "Bewaar als Word").click();
      expect((await download).suggestedFilename()).toBe("verslag-kosten-van-de-jeugdhulp.docx");

      await knop(anna, "Stuur het verslag…").click();
      const dialoog = anna.getByRole("dialog");
      await dialoog.getByText(`${BRAM}: deed mee als Bram de B`).waitFor();
      await dialoog.getByLabel("Ook aan").fill("Contractmanager");
      await anna.getByRole("option", { name: "Contractmanager", exact: true }).click();
      expect(await axe(anna)).toEqual([]);
      await knop(anna, "Bekijk wie wat krijgt").click();
      await dialoog.getByRole("rowheader", { name: BRAM }).waitFor();
      await dialoog.getByRole("cell", { name: "door jou gekozen" }).waitFor();
      expect(await axe(anna)).toEqual([]);
      await knop(anna, "Stuur aan 2 personen").click();
      await anna.getByRole("heading", { name: "Verstuurd" }).waitFor();
      await anna.getByText(/, door Kwartiermaker/).waitFor();

      await bram.goto("/meldingen");
      await bram
        .getByRole("link", { name: /stuurde je het verslag van de sessie/ })
        .first()
        .click();
      await bram.getByRole("heading", { name: "Verslag: Kosten van de jeugdhulp" }).waitFor();
    },
  );
});

describe("a template", () => {
  it("is written, says what is wrong where it is wrong, and a session begins with it", async () => {
    const anna = await podium.persoon(ANNA, { naar: "/sessies/sjablonen" });
    await anna.getByRole("heading", { name: "Vormen van het huis" }).waitFor();
    expect(await axe(anna)).toEqual([]);
    await anna.getByRole("link", { name: "Maak een eigen versie" }).first().click();
    await anna.getByLabel("Naam (verplicht)").fill("Onze terugblik");
    await anna.getByLabel("Wat vraag je?").first().fill("Wat moet blijven?");
    await anna.getByLabel("Kolommen").fill("");
    await knop(anna, "Bewaar het sjabloon").click();
    await anna.getByText("Fase 1: Geef één tot negen kolommen.").waitFor();
    await anna.getByLabel("Kolommen").fill("Houden\nStoppen");
    await knop(anna, "Zet fase 2 eerder").click();
    await knop(anna, "Haal fase 1 weg").click();
    expect(await axe(anna)).toEqual([]);
    await anna.setViewportSize({ width: 320, height: 640 });
    expect(await breedte(anna)).toBe(0);
    await anna.setViewportSize({ width: 1440, height: 900 });
    await knop(anna, "Bewaar het sjabloon").click();
    await anna.getByRole("heading", { name: "Onze terugblik" }).waitFor();
    await anna.getByRole("link", { name: "Begin een sessie" }).first().click();
    await anna.getByRole("dialog").getByLabel("Naam (verplicht)").fill("Terugblik 2027");
    await knop(anna, "Zet klaar").click();
    await anna.getByRole("heading", { name: "Terugblik 2027" }).waitFor();
    await knop(anna, "Open de sessie").click();
    await knop(anna, "Begin").click();
    await anna.getByText("Wat moet blijven?").waitFor();
    await anna.getByRole("region", { name: "Stoppen" }).waitFor();
  });
});

describe("waarnemen of beheersen", () => {
  it("is laid down per gemeente and followed live, until the commission is one and the same", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA),
      podium.persoon(BRAM, { naar: "/sessies/posities" }),
    ]);
    await bram.getByText("Gestemd, gemeenten: 50% waarnemen, 50% beheersen").waitFor();
    expect(await axe(bram)).toEqual([]);
    await open(anna, "Gesprek over kosten", "Voor- en nadelen van twee posities", false);
    await anna.getByRole("link", { name: /Leg vast wat gemeenten zeiden/ }).click();
    await knop(anna, "Jeugd").click();
    const noord = ["Beesel", "Bergen", "Gennep", "Horst aan de Maas", "Peel en Maas", "Venlo", "Venray"];
    for (const naam of noord) {
      await knop(anna, `${naam}: waarnemen`).click();
      await anna.getByRole("button", { name: `Waarom vindt ${naam} dat?` }).waitFor();
    }
    await bram.getByText(/Eenduidig: waarnemen, sinds/).waitFor();
    await knop(anna, "Venlo: beheersen").click();
    await knop(bram, "Jeugd").click();
    await bram.getByText("6 waarnemen, 1 beheersen").first().waitFor();
    await anna.getByRole("button", { name: "Waarom vindt Venlo dat?" }).click();
    await anna.getByLabel("Waarom", { exact: true }).fill("De begroting staat onder druk");
    await knop(anna, "Bewaar").click();
    await bram.getByText("De begroting staat onder druk").waitFor();
    expect(await axe(anna)).toEqual([]);
    await anna.setViewportSize({ width: 320, height: 640 });
    expect(await breedte(anna)).toBe(0);
  });
});

describe("a vote that begins anew", () => {
  it("can be voted in again on a phone that had voted", async () => {
    const anna = await podium.persoon(ANNA);
    const code = await open(anna, "Snel polsen", "Snelle peiling", false);
    const sam = await podium.venster(TELEFOON);
    await doeMee(sam, code, "Sam");
    await sam
      .getByText(/Dat blijft zo|dit scherm gaat vanzelf mee/)
      .first()
      .waitFor();
    await knop(anna, "Begin").click();
    await sam.getByRole("radio", { name: "4" }).check();
    await knop(sam, "Breng je stem uit").click();
    await sam.getByText(/Je stem is geteld/).waitFor();
    await knop(anna, "Begin opnieuw").click();
    await anna.getByRole("dialog").getByRole("button", { name: "Begin opnieuw" }).click();
    await sam.getByRole("radio", { name: "2" }).check();
    await knop(sam, "Breng je stem uit").click();
    await sam.getByText(/Je stem is geteld/).waitFor();
    await anna.getByText(/^1 van 1 deelnemer stemden/).waitFor();
  });
});
