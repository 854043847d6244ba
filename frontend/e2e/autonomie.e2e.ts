import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { live, TRAJECT } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";

const podium = maakPodium();
const AUTONOMIE = `${TRAJECT}/autonomie`;

const rij = (page: Page, naam: string) => page.getByRole("row", { name: new RegExp(naam) });
const kies = async (page: Page, veld: RegExp, naam: string) => {
  await page.getByRole("button", { name: veld }).click();
  await page.getByRole("option", { name: naam, exact: true }).click();
};

describe("two people at what is policy", () => {
  it("see that the region cannot decide without each gemeente, and why", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: AUTONOMIE }),
      podium.persoon(BRAM, { naar: AUTONOMIE }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    await rij(anna, "Wijziging treedt in werking").getByRole("link").click();
    const vak = anna.getByRole("complementary", { name: "Wijziging treedt in werking" });
    await kies(anna, /Aard$/, "beleid");
    await vak.getByRole("button", { name: "Bewaar de aard" }).click();
    await rij(bram, "Wijziging treedt in werking").getByText("eerst elke gemeente").waitFor();
    await vak.getByLabel("De regio besloot op").fill("2025-12-01");
    await vak.getByRole("button", { name: "Leg vast" }).click();
    await vak.getByText("§2.6", { exact: false }).nth(1).waitFor();
    expect(await vak.getByLabel("De regio besloot op").inputValue()).toBe("2025-12-01");

    // What she typed stays while what it hangs on changes.
    await kies(anna, /Aard$/, "bedrijfsvoering");
    await vak.getByRole("button", { name: "Bewaar de aard" }).click();
    await rij(bram, "Wijziging treedt in werking").getByText("regio mag besluiten").waitFor();
    await rij(anna, "Wijziging treedt in werking").getByText("regio mag besluiten").waitFor();
    expect(await vak.getByLabel("De regio besloot op").inputValue()).toBe("2025-12-01");
    await vak.getByRole("button", { name: "Leg vast" }).click();
    await rij(bram, "Wijziging treedt in werking").getByText("1 december 2025").waitFor();
  });
});
