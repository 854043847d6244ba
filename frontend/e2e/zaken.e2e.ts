import { describe, expect, it } from "vitest";
import { live, TRAJECT } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";

const podium = maakPodium();
const STAND = `${TRAJECT}/stand`;

describe("the page for the steering group", () => {
  it("changes on the other screen when somebody reports a risk, and fits on one sheet of paper", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: `${TRAJECT}/risicos` }),
      podium.persoon(BRAM, { naar: STAND }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    for (const naam of ["Streefdatum", "Besluiten", "Zwaarste risico’s", "Per gemeente"]) {
      await bram.getByRole("region", { name: naam, exact: true }).waitFor();
    }
    const gemeenten = bram.getByRole("region", { name: "Per gemeente" });
    expect(await gemeenten.getByRole("listitem").count()).toBe(14);

    await anna.getByRole("button", { name: "Nieuw risico" }).first().click();
    const dialoog = anna.getByRole("dialog");
    await dialoog.getByLabel("Wat kan er gebeuren? (verplicht)").fill("Een raad stelt uit");
    for (const [veld, keuze] of [
      [/Kans$/, "5: heel groot"],
      [/Impact$/, "5: heel groot"],
    ] as const) {
      await dialoog.getByRole("button", { name: veld }).click();
      await anna.getByRole("option", { name: keuze, exact: true }).click();
    }
    await dialoog.getByRole("button", { name: "Bewaar" }).click();
    await bram
      .getByRole("region", { name: "Zwaarste risico’s" })
      .getByRole("link", { name: "Een raad stelt uit" })
      .waitFor();

    // The hub of this test was filled today: there is nothing yet to compare with, and the page says so.
    await bram.getByText("Op die dag stond dit traject nog niet in de hub. Kies een latere dag.").waitFor();
    await bram.emulateMedia({ media: "print" });
    // 200 by 287 mm: A4 within its margins, at 96 dots per inch.
    await bram.setViewportSize({ width: 756, height: 1085 });
    const over = await bram.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});
