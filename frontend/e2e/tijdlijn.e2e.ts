import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { live, TRAJECT } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { heeftFocus, tabNaar } from "./support/toetsen";

const podium = maakPodium();
const TIJDLIJN = `${TRAJECT}/tijdlijn`;
const AANPASSEN = "Regeling eventueel aanpassen na zienswijzen";

const balk = (page: Page, naam: string) =>
  page.getByRole("list", { name: "Mijlpalen" }).getByRole("link", { name: new RegExp(`^${naam}:`) });
const inTabel = (page: Page, naam: string) =>
  page.getByRole("table", { name: "Mijlpalen" }).getByRole("link", { name: naam });
const paneel = (page: Page, naam: string) => page.getByRole("complementary", { name: naam });
const beide = async (naar = TIJDLIJN) => {
  const [anna, bram] = await Promise.all([podium.persoon(ANNA, { naar }), podium.persoon(BRAM, { naar })]);
  await Promise.all([live(anna), live(bram)]);
  return [anna, bram] as const;
};

describe("two people at the timeline", () => {
  it("see a bar that one drags, but only after she saw what else moves and accepted it", async () => {
    const [anna, bram] = await beide();
    await anna.getByText("Op schema voor 1 januari 2026.").waitFor();
    const vak = (await balk(anna, AANPASSEN).boundingBox())!;
    // Maanden: two pixels for a day. Ten days later.
    await anna.mouse.move(vak.x + vak.width / 2, vak.y + vak.height / 2);
    await anna.mouse.down();
    await anna.mouse.move(vak.x + vak.width / 2 + 20, vak.y + vak.height / 2, { steps: 6 });
    await anna.mouse.up();

    const bijAnna = paneel(anna, AANPASSEN);
    await bijAnna.getByText("streefdatum schuift 10 dagen").waitFor();
    await bijAnna.getByText("Toestemmingsprocedure raden: 11 september 2025").waitFor();
    await bijAnna.getByRole("button", { name: "Annuleren" }).click();
    await bijAnna.getByText("streefdatum schuift").waitFor({ state: "detached" });
    await bram.getByText("Op schema voor 1 januari 2026.").waitFor();

    await bijAnna.getByLabel("Laatste dag").fill("2025-09-07");
    await bijAnna.getByText("streefdatum schuift 7 dagen").waitFor();
    await bijAnna.getByRole("button", { name: "Verplaats", exact: true }).click();
    await bram.getByText(/7 dagen na de streefdatum 1 januari 2026/).waitFor();
    await balk(bram, "Wijziging treedt in werking").filter({ hasText: "8 januari 2026" }).waitFor();
  });

  it("see a milestone that one adds, renames and takes out, and it comes back by the undo", async () => {
    const [anna, bram] = await beide();
    await anna.getByRole("button", { name: "Nieuwe mijlpaal" }).click();
    const nieuw = anna.getByRole("dialog", { name: "Nieuwe mijlpaal" });
    await nieuw.getByLabel("Hoe heet de mijlpaal?").fill("Proefdraaien facturatie");
    await nieuw.getByLabel("Wie haalt haar?").fill("Dagelijks");
    await anna.getByRole("option", { name: "Dagelijks Bestuur" }).click();
    await nieuw.getByLabel("Eerste dag").fill("2025-07-07");
    await nieuw.getByLabel("Laatste dag").fill("2025-07-04");
    await nieuw.getByRole("button", { name: "Zet in de planning" }).click();
    await nieuw.getByText("Het einde ligt voor het begin. Kies een latere dag.").waitFor();
    await nieuw.getByLabel("Laatste dag").fill("2025-07-18");
    await nieuw.getByRole("button", { name: "Zet in de planning" }).click();
    await balk(bram, "Proefdraaien facturatie").waitFor();

    const vak = paneel(anna, "Proefdraaien facturatie");
    await vak.getByRole("button", { name: "Wijzig naam of wie" }).click();
    await vak.getByLabel("Hoe heet de mijlpaal?").fill("Proef met Weert");
    await vak.getByRole("button", { name: "Bewaar", exact: true }).click();
    await balk(bram, "Proef met Weert").waitFor();

    await paneel(anna, "Proef met Weert").getByRole("button", { name: "Laat vervallen" }).click();
    await balk(bram, "Proef met Weert").waitFor({ state: "detached" });
    await anna.getByRole("button", { name: "Ongedaan maken" }).click();
    await balk(bram, "Proef met Weert").click();
    await paneel(bram, "Proef met Weert")
      .getByText("Kwartiermaker zette de mijlpaal ‘Proef met Weert’ terug in de planning.")
      .waitFor();

    // What others count on stays.
    await balk(anna, "Toestemmingsprocedure raden").click();
    const nodig = paneel(anna, "Toestemmingsprocedure raden");
    await nodig.getByRole("button", { name: "Laat vervallen" }).click();
    await nodig.getByText(/wacht op deze mijlpaal. Haal eerst dat verband weg./).waitFor();
  });

  it("hear why a day cannot be, and keep what was typed", async () => {
    const [anna, bram] = await beide(`${TIJDLIJN}?weergave=tabel`);
    await inTabel(anna, "Toestemmingsprocedure raden").click();
    const vak = paneel(anna, "Toestemmingsprocedure raden");
    await vak.getByLabel("Eerste dag").fill("2025-07-01");
    await vak.getByText(/kan pas beginnen op/).waitFor();
    expect(await vak.getByLabel("Eerste dag").inputValue()).toBe("2025-07-01");
    expect(await vak.getByRole("button", { name: "Verplaats", exact: true }).isDisabled()).toBe(true);
    await inTabel(bram, "Toestemmingsprocedure raden").click();
    await paneel(bram, "Toestemmingsprocedure raden").getByText("Je kunt meekijken.").waitFor();
  });
});

describe("with the keyboard alone", () => {
  it("one opens a milestone in the table, says that it was reached, and comes back to it", async () => {
    const [anna, bram] = await beide(`${TIJDLIJN}?weergave=tabel`);
    const naam = "Raadsinformatiebijeenkomst (tweede)";
    await tabNaar(anna, anna.getByRole("link", { name: naam }));
    await anna.keyboard.press("Enter");
    const vak = paneel(anna, naam);
    await tabNaar(anna, vak.getByLabel("Gehaald op"));
    await vak.getByLabel("Gehaald op").fill("2025-04-17");
    await tabNaar(anna, vak.getByRole("button", { name: "Meld gehaald" }));
    await anna.keyboard.press("Enter");
    await vak.getByRole("button", { name: "Toch niet gehaald" }).waitFor();
    await bram
      .getByRole("row", { name: new RegExp("tweede") })
      .getByText("gehaald op 17 april 2025")
      .waitFor();
    await tabNaar(anna, vak.getByRole("button", { name: "Sluiten" }));
    await anna.keyboard.press("Escape");
    await heeftFocus(anna.getByRole("link", { name: naam }));
  });
});

describe("what waits for what", () => {
  it("cannot go round in a ring: the hub names it and the choice stays", async () => {
    const anna = await podium.persoon(ANNA, { naar: `${TIJDLIJN}?weergave=tabel` });
    await inTabel(anna, "Zienswijzeprocedure raden").click();
    const vak = paneel(anna, "Zienswijzeprocedure raden");
    await vak.getByRole("button", { name: /Wacht ook op$/ }).click();
    await anna.getByRole("option", { name: "Collegebesluiten per gemeente" }).click();
    await vak.getByRole("button", { name: "Bewaar verbanden" }).click();
    await vak.getByText(/Deze mijlpalen wachten op elkaar:.*‘Toestemmingsprocedure raden’/).waitFor();
    await vak.getByLabel("Dagen na ‘Collegebesluiten per gemeente’").waitFor();
  });
});
