import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { BORD, inKolom, kaart, live } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";

const podium = maakPodium();

async function nieuweTaak(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Nieuwe taak" }).click();
  return page.getByRole("dialog", { name: "Nieuwe taak" });
}
async function kies(page: Page, venster: Locator, keuze: RegExp, optie: string) {
  await venster.getByRole("button", { name: keuze }).click();
  await page.getByRole("option", { name: optie, exact: true }).click();
}

describe("a new task", () => {
  it("has all its fields on both screens", async () => {
    const titel = "Werkinstructie facturatie schrijven";
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: BORD }),
      podium.persoon(BRAM, { naar: BORD }),
    ]);
    await live(bram);
    const venster = await nieuweTaak(anna);
    await venster.getByLabel("Titel").fill(titel);
    await venster.getByLabel("Omschrijving").fill("Eerst de stappen, dan de tekst.");
    await kies(anna, venster, /Functie/, "Facturatie");
    await venster.getByRole("button", { name: "MLW", exact: true }).click();
    await venster.getByRole("combobox", { name: "Eigenaar" }).fill("Contract");
    await anna.getByRole("option", { name: "Contractmanager", exact: true }).click();
    await venster.getByLabel("Vervaldatum").fill("2099-12-31");
    await kies(anna, venster, /Kolom/, "Bezig");
    await venster.getByRole("button", { name: "Maak taak" }).click();
    await venster.waitFor({ state: "hidden" });

    for (const page of [anna, bram]) {
      await inKolom(page, titel, "Bezig").waitFor();
      await kaart(page, titel).getByRole("img", { name: "Contractmanager" }).waitFor();
      await kaart(page, titel).getByText("3 gemeenten").waitFor();
    }
    await bram.getByRole("link", { name: titel, exact: true }).click();
    const paneel = bram.getByRole("complementary", { name: /^Taak #/ });
    for (const tekst of ["Eerst de stappen, dan de tekst.", "31 december 2099", "Leudal, Nederweert, Weert"])
      await paneel.getByText(tekst).waitFor();
    await paneel.getByRole("button", { name: "Toon", exact: true }).click();
    await paneel.getByText(`${ANNA} maakte de taak ‘${titel}’ in Bezig.`).waitFor();
  });

  it("is refused with the reason beside the field, and what was typed stays", async () => {
    const anna = await podium.persoon(ANNA, { naar: BORD });
    const venster = await nieuweTaak(anna);
    const titel = venster.getByLabel("Titel");
    const omschrijving = venster.getByLabel("Omschrijving");
    const maak = venster.getByRole("button", { name: "Maak taak" });

    await maak.click();
    await venster.getByText("Vul een titel in").waitFor();
    // A page that knows no limit: the hub does.
    await titel.evaluate((veld) => veld.removeAttribute("maxlength"));
    await titel.fill("x".repeat(201));
    await omschrijving.fill("Bel over burgerservicenummer 111222333.");
    await maak.click();
    await venster.getByText(/BSN/).last().waitFor();
    const fout = async (veld: Locator) => {
      const ids = ((await veld.getAttribute("aria-describedby")) ?? "").split(" ").filter(Boolean);
      return (await Promise.all(ids.map((id) => anna.locator(`[id="${id}"]`).innerText()))).join(" ");
    };
    await expect.poll(() => omschrijving.getAttribute("aria-invalid")).toBe("true");
    expect(await fout(omschrijving)).toMatch(/burgerservicenummer|BSN/i);
    expect(await fout(omschrijving)).not.toContain("111222333");
    await omschrijving.fill("Bel de gemeente.");
    await maak.click();
    await expect.poll(() => titel.getAttribute("aria-invalid")).toBe("true");
    expect(await fout(titel)).toContain("200");
    expect(await titel.inputValue()).toHaveLength(201);
    expect(await omschrijving.inputValue()).toBe("Bel de gemeente.");
  });
});

describe("a task that two people edit at once", () => {
  it("keeps what one typed, shows what the other made of it, and asks", async () => {
    const titel = "Toezicht kwaliteit Wmo: huidige inrichting beschrijven";
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: BORD }),
      podium.persoon(BRAM, { naar: BORD }),
    ]);
    for (const page of [anna, bram]) {
      await live(page);
      await page.getByRole("link", { name: titel, exact: true }).click();
      await page.getByRole("button", { name: "Bewerk taak" }).click();
    }
    const veld = (page: Page) => page.getByRole("complementary", { name: /^Taak #/ }).getByLabel("Titel");
    await veld(bram).fill("Toezicht volgens Bram");
    await kaart(anna, titel).getByText(`${BRAM} bewerkt`).waitFor();
    await veld(anna).fill("Toezicht volgens Anna");
    await anna.getByRole("button", { name: "Bewaar", exact: true }).click();

    const vraag = bram.getByRole("alert").filter({ hasText: "Toezicht volgens Anna" });
    await vraag.waitFor();
    expect(await veld(bram).inputValue()).toBe("Toezicht volgens Bram");
    await vraag.getByRole("button", { name: "Houd mijn tekst" }).click();
    await bram.getByRole("button", { name: "Bewaar", exact: true }).click();
    for (const page of [anna, bram]) await kaart(page, "Toezicht volgens Bram").waitFor();
  });
});
