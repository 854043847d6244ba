import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { live, TRAJECT } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";
import { heeftFocus, tabNaar } from "./support/toetsen";

const podium = maakPodium();
const TIJDLIJN = `${TRAJECT}/tijdlijn`;
const FASEN = `${TIJDLIJN}/fasen`;

const strip = (page: Page) => page.getByRole("list", { name: "Fasen" });
const fase = (page: Page, naam: string) => strip(page).getByRole("listitem").filter({ hasText: naam });
const namen = (page: Page) => strip(page).locator("b").allTextContents();
const paneel = (page: Page) => page.getByRole("complementary", { name: "Fasen" });

describe("the phases of a trajectory", () => {
  it("say which is over, which is now, and what the gate waits for; a milestone that is reached moves them", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: TIJDLIJN }),
      podium.persoon(BRAM, { naar: `${TRAJECT}/stand` }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    for (const page of [anna, bram]) {
      await fase(page, "Wijzigingsvoorstel").getByText("gehaald op 27 februari 2025").waitFor();
      expect(await strip(page).locator('[aria-current="step"]').locator("b").textContent()).toBe(
        "Zienswijzen van de raden",
      );
    }
    await fase(bram, "Toestemming van de raden")
      .getByText(/wacht nog op ‘Zienswijzeprocedure raden’ en ‘Regeling eventueel aanpassen/)
      .waitFor();
    // Above the timeline there is room for a line: the name leads to the milestone that ends the phase.
    await fase(anna, "Wijzigingsvoorstel").getByRole("link", { name: "Wijzigingsvoorstel" }).click();
    const mijlpaal = anna.getByRole("complementary", { name: "Regeling verzonden aan colleges" });
    await mijlpaal.getByRole("button", { name: "Toch niet gehaald" }).click();
    for (const page of [anna, bram])
      await fase(page, "Wijzigingsvoorstel").getByText("nu", { exact: true }).waitFor();
    await mijlpaal.getByLabel("Gehaald op").fill("2025-02-27");
    await mijlpaal.getByRole("button", { name: "Meld gehaald" }).click();
    await fase(bram, "Wijzigingsvoorstel").getByText("afgerond").waitFor();
  });

  it("are changed by the keyboard alone: moved, renamed, added with a gate, taken out; the other sees it live", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: TIJDLIJN }),
      podium.persoon(BRAM, { naar: TIJDLIJN }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    const druk = async (naam: string) => {
      await tabNaar(anna, anna.getByRole("button", { name: naam }));
      await anna.keyboard.press("Enter");
    };
    await druk("Wijzig fasen");
    await heeftFocus(paneel(anna).getByRole("heading", { name: "Fasen" }));
    await druk("‘Toestemming van de raden’ omhoog");
    await heeftFocus(paneel(anna).getByRole("button", { name: "‘Toestemming van de raden’ omhoog" }));
    await druk("‘Toestemming van de raden’ omlaag");
    await druk("Haal ‘Inwerkingtreding’ weg");
    await druk("Voeg een fase toe");
    await heeftFocus(paneel(anna).getByLabel("Naam van fase 5"));
    await anna.keyboard.type("Van start");
    await tabNaar(anna, paneel(anna).getByRole("button", { name: /Poort van fase 5$/ }));
    await anna.keyboard.press("Enter");
    await anna.getByRole("option", { name: "Wijziging treedt in werking" }).waitFor();
    await anna.keyboard.type("Wijziging treedt");
    await anna.keyboard.press("Enter");
    await paneel(anna).getByLabel("Naam van fase 1").fill("Voorstel");
    await druk("Bewaar");

    await paneel(anna).waitFor({ state: "hidden" });
    for (const page of [anna, bram]) {
      await fase(page, "Van start").getByRole("link", { name: "Van start" }).waitFor();
      expect(await namen(page)).toEqual([
        "Voorstel",
        "Zienswijzen van de raden",
        "Toestemming van de raden",
        "Collegebesluiten en bekendmaking",
        "Van start",
      ]);
    }
    // Who only looks has nothing to change them with; the table says the same.
    expect(await bram.getByRole("button", { name: "Wijzig fasen" }).count()).toBe(0);
    await bram.getByRole("button", { name: "Tabel" }).click();
    await bram
      .getByRole("table", { name: "Fasen met hun poort" })
      .getByRole("row", { name: /Van start/ })
      .waitFor();
  });

  it("are not overwritten: who was second sees both lists and chooses", async () => {
    const anna = await podium.persoon(ANNA, { naar: FASEN });
    await live(anna);
    await paneel(anna).getByLabel("Naam van fase 2").fill("Zienswijzen");

    const programma = await maakProgramma(podium.hub.adres, ANNA);
    type Gelezen = {
      trajecten: {
        id: string;
        prognose: { fasen: { sleutel: string; naam: string; poort: { id: string } | null }[] };
      }[];
    };
    const { trajecten } = await programma.vraag<Gelezen>(
      "{ trajecten { id prognose { fasen { sleutel naam poort { id } } } } }",
    );
    const traject = trajecten[0]!;
    const verwacht = traject.prognose.fasen.map(({ poort, ...een }) => ({ ...een, poort: poort?.id }));
    await programma.wijzig("zetFasen", "ZetFasenInput", {
      traject: traject.id,
      verwacht,
      fasen: verwacht.slice(0, 4),
    });

    await paneel(anna)
      .getByText(/Een collega wijzigde de fasen intussen. Er staat nu: ‘/)
      .waitFor();
    expect(await paneel(anna).getByLabel("Naam van fase 2").inputValue()).toBe("Zienswijzen");
    await paneel(anna).getByRole("button", { name: "Bewaar", exact: true }).click();
    await paneel(anna).getByText("Een ander heeft").first().waitFor();
    await paneel(anna).getByRole("button", { name: "Houd mijn invoer" }).click();
    await paneel(anna).getByRole("button", { name: "Bewaar", exact: true }).click();
    await paneel(anna).waitFor({ state: "hidden" });
    await expect.poll(() => namen(anna)).toContain("Zienswijzen");
    expect((await namen(anna)).length).toBe(5);
  });
});
