import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { live, TRAJECT } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { tabNaar } from "./support/toetsen";

const podium = maakPodium();
const RISICOS = `${TRAJECT}/risicos`;

const kies = async (page: Page, veld: RegExp, naam: string) => {
  await page.getByRole("button", { name: veld }).click();
  await page.getByRole("option", { name: naam, exact: true }).click();
};
const rij = (page: Page, naam: string) => page.getByRole("row", { name: new RegExp(naam) });

describe("two people at the register of risks", () => {
  it("see a risk that one reports, weighs and opens from the heat map", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: RISICOS }),
      podium.persoon(BRAM, { naar: RISICOS }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    await anna.getByRole("button", { name: "Nieuw risico" }).first().click();
    const dialoog = anna.getByRole("dialog");
    await dialoog.getByLabel("Maatregel").fill("Vooraf bellen met de griffie.");
    await dialoog.getByRole("button", { name: "Bewaar" }).click();
    await dialoog.getByText("Dit veld is leeg. Vul het in.").waitFor();
    await dialoog.getByLabel("Wat kan er gebeuren? (verplicht)").fill("Een raad zegt nee");
    await dialoog.getByRole("button", { name: "Bewaar" }).click();
    await rij(bram, "Een raad zegt nee").getByText("onbekend").first().waitFor();

    await rij(anna, "Een raad zegt nee").getByRole("link").click();
    const vak = anna.getByRole("complementary", { name: "Een raad zegt nee" });
    await vak.getByRole("button", { name: "Wijzig", exact: true }).click();
    await kies(anna, /Kans$/, "5: heel groot");
    await kies(anna, /Impact$/, "5: heel groot");
    await vak.getByRole("button", { name: "Bewaar" }).click();
    await rij(bram, "Een raad zegt nee").getByText("zeer hoog (25)").waitFor();

    await bram.getByRole("button", { name: "Kans 5, impact 5: 1 risico" }).click();
    await bram.getByText("1 risico", { exact: true }).waitFor();
    expect(new URL(bram.url()).searchParams.get("vak")).toBe("5x5");
    await rij(bram, "Een raad zegt nee").waitFor();
  });
});

describe("with the keyboard alone", () => {
  it("one opens a risk from its square and closes it", async () => {
    const anna = await podium.persoon(ANNA, { naar: RISICOS });
    await live(anna);
    await tabNaar(anna, anna.getByRole("button", { name: "Kans 4, impact 4: 1 risico" }));
    await anna.keyboard.press("Enter");
    const link = anna.getByRole("link", { name: /Krappe arbeidsmarkt/ });
    await tabNaar(anna, link);
    await anna.keyboard.press("Enter");
    const vak = anna.getByRole("complementary", { name: /Krappe arbeidsmarkt/ });
    await tabNaar(anna, vak.getByRole("button", { name: "Wijzig", exact: true }));
    await anna.keyboard.press("Enter");
    // Not by its role: an open list of persons on the way hides the rest from who asks for roles.
    await tabNaar(anna, vak.locator("button", { hasText: "Ja, open" }));
    await anna.keyboard.press("Enter");
    await anna.getByRole("option", { name: "Nee, gesloten" }).waitFor();
    await anna.keyboard.press("ArrowDown");
    await anna.keyboard.press("Enter");
    await tabNaar(anna, vak.getByRole("button", { name: "Bewaar" }));
    await anna.keyboard.press("Enter");
    await vak.getByText("Dit risico speelt niet meer.").waitFor();
    await anna.getByText("Geen risico’s bij deze filters").waitFor();
  });
});
