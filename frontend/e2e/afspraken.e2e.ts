import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { live } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { tabNaar } from "./support/toetsen";

const podium = maakPodium();
const AFSPRAKEN = "/afspraken";
const MATRIX = "/afspraken/uitvoering";
const VENLO = "Accounthouder Venlo";

const rij = (page: Page, naam: string) => page.getByRole("row", { name: new RegExp(naam) });
const vak = (page: Page, naam: string) => page.getByRole("region", { name: naam, exact: true });
const cel = (page: Page, gemeente: string, afspraak: string) =>
  page.getByRole("link", { name: new RegExp(`^${gemeente}, ${afspraak}`) });

describe("two people at the register", () => {
  it("see an agreement that one makes, fills in and brings into consultation", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: AFSPRAKEN }),
      podium.persoon(BRAM, { naar: AFSPRAKEN }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    await anna.getByRole("button", { name: "Nieuwe afspraak" }).click();
    const dialoog = anna.getByRole("dialog");
    await dialoog.getByLabel("Wat spreken we af?").fill("De toegang belt binnen een week terug.");
    await dialoog.getByRole("button", { name: "Zet in het register" }).click();
    await dialoog.getByText("Dit veld is leeg. Vul het in.").waitFor();
    await dialoog.getByLabel("Hoe heet de afspraak? (verplicht)").fill("Binnen een week terugbellen");
    await dialoog.getByRole("button", { name: "Zet in het register" }).click();
    await anna.getByRole("heading", { name: "Binnen een week terugbellen" }).waitFor();
    await vak(anna, "Levensloop").getByText("De partijen zijn nog niet gekozen.").waitFor();

    await bram.getByRole("link", { name: "Binnen een week terugbellen" }).click();
    await bram.getByRole("button", { name: "Breng in afstemming" }).and(bram.locator("[disabled]")).waitFor();
    await anna.getByRole("button", { name: "Wijzig", exact: true }).click();
    await anna.getByRole("group", { name: "Partijen" }).getByText("toegang", { exact: true }).click();
    await anna.getByRole("button", { name: "Heel Noord" }).click();
    await anna.getByRole("button", { name: "Bewaar" }).click();

    // What was missing is there, on both screens.
    await bram.getByText("Noord-Limburg").first().waitFor();
    await bram.getByRole("button", { name: "Breng in afstemming" }).click();
    await bram.getByLabel("Toelichting").fill("Graag voor de kerst reageren.");
    await bram.getByRole("dialog").getByRole("button", { name: "Breng in afstemming" }).click();
    await vak(anna, "Levensloop")
      .getByText(/Graag voor de kerst reageren/)
      .waitFor();
    await anna.getByRole("link", { name: "Geschiedenis" }).click();
    await anna.getByText(/Coördinator toegang bracht de afspraak .* in afstemming/).waitFor();
  });

  it("are told when both change the same field, and lose nothing", async () => {
    const naar = `${AFSPRAKEN}?zoek=plan van aanpak`;
    const [anna, bram] = await Promise.all([podium.persoon(ANNA, { naar }), podium.persoon(BRAM, { naar })]);
    await Promise.all([live(anna), live(bram)]);
    for (const page of [anna, bram]) {
      await page.getByRole("link", { name: "Plan van aanpak tijdig delen" }).click();
      await page.getByRole("button", { name: "Wijzig", exact: true }).click();
    }
    await anna.getByLabel("Soort").fill("procesafspraak");
    await bram.getByLabel("Soort").fill("data-afspraak");
    await bram.getByRole("button", { name: "Bewaar" }).click();
    await anna.getByText(/Een collega wijzigde terwijl je typte: soort/).waitFor();
    expect(await anna.getByLabel("Soort").inputValue()).toBe("procesafspraak");
    await anna.getByRole("button", { name: "Houd mijn invoer" }).click();
    await anna.getByRole("button", { name: "Bewaar" }).click();
    await bram.getByText("procesafspraak", { exact: true }).waitFor();
  });
});

describe("the matrix of carrying out", () => {
  it("is filled in by an accounthouder for the own gemeente, and another sees the region move", async () => {
    const naar = `${MATRIX}?zoek=301`;
    const [venlo, bram] = await Promise.all([
      podium.persoon(VENLO, { naar }),
      podium.persoon(BRAM, { naar }),
    ]);
    await Promise.all([live(venlo), live(bram)]);
    await cel(venlo, "Venray", "301-bericht").click();
    const venray = venlo.getByRole("complementary", { name: /^Venray/ });
    await venray.getByText("nog door niemand").waitFor();
    expect(await venray.getByRole("button", { name: "Vul in" }).count()).toBe(0);

    await cel(venlo, "Venlo", "301-bericht").click();
    const paneel = venlo.getByRole("complementary", { name: /^Venlo/ });
    await paneel.getByRole("button", { name: "Vul in" }).click();
    await paneel.getByText("Gereed", { exact: true }).click();
    await paneel.getByRole("button", { name: "Bewaar" }).click();
    await paneel.getByText("Schrijf erbij van wie of waaruit je dit weet.").waitFor();
    await paneel.getByLabel("Bron").fill("Controle door de toegang");
    await paneel.getByRole("button", { name: "Bewaar" }).click();
    await cel(bram, "Venlo", "301-bericht").getByText("gereed").waitFor();
    await rij(bram, "301-bericht").getByText("1 van 7").waitFor();
  });

  it("is walked through with the arrows alone", async () => {
    const anna = await podium.persoon(ANNA, { naar: `${MATRIX}?zoek=BSN` });
    await live(anna);
    await tabNaar(anna, cel(anna, "Beesel", "BSN"));
    await anna.keyboard.press("ArrowRight");
    await anna.keyboard.press("ArrowRight");
    await anna.keyboard.press("Enter");
    const paneel = anna.getByRole("complementary", { name: /^Gennep/ });
    await paneel.getByText("De bron noemt dit", { exact: false }).waitFor();
    await anna.keyboard.press("Escape");
    await paneel.waitFor({ state: "detached" });
  });

  it("reads as cards on a phone, and fits", async () => {
    const anna = await podium.persoon(ANNA, {
      naar: `${MATRIX}?zoek=BSN`,
      viewport: { width: 390, height: 844 },
    });
    await cel(anna, "Venlo", "BSN").click();
    await anna.getByRole("dialog").getByText("Tertiaalrapportage 2023-T1", { exact: false }).waitFor();
    await anna.keyboard.press("Escape");
    for (const width of [390, 320]) {
      await anna.setViewportSize({ width, height: 800 });
      const over = await anna.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `at ${width}`).toBeLessThanOrEqual(0);
    }
  });
});
