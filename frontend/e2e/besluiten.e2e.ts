import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { live, TRAJECT } from "./support/bord";
import { ANNA, maakPodium } from "./support/podium";
import { heeftFocus, tabNaar } from "./support/toetsen";

const podium = maakPodium();
const BESLUITEN = `${TRAJECT}/besluiten`;
const LEUDAL = "Accounthouder Leudal";

const cel = (page: Page, gemeente: string, stap: string) =>
  page.getByRole("link", { name: new RegExp(`^${gemeente}, ${stap}:`) });
const paneel = (page: Page, naam: string) => page.getByRole("complementary", { name: naam });
const beide = async () => {
  const [anna, houder] = await Promise.all([
    podium.persoon(ANNA, { naar: BESLUITEN }),
    podium.persoon(LEUDAL, { naar: BESLUITEN }),
  ]);
  await Promise.all([live(anna), live(houder)]);
  return [anna, houder] as const;
};

async function kiesStatus(page: Page, status: string) {
  await page.getByRole("button", { name: /Status$/ }).click();
  await page.getByRole("option", { name: status, exact: true }).click();
}

describe("two people at the decisions", () => {
  it("see a late answer redden the target, and an earlier ‘geen zienswijze’ heal it", async () => {
    const [anna, houder] = await beide();
    await anna.getByText("Op schema voor 1 januari 2026.").waitFor();
    await cel(anna, "Leudal", "Zienswijze").getByText("loopt t/m 30 jun").waitFor();

    await cel(houder, "Leudal", "Zienswijze").click();
    const vak = paneel(houder, "Zienswijze · Leudal");
    await vak.getByText("artikel 1 lid 3").waitFor();
    await vak.getByRole("button", { name: "Vul in" }).click();
    await kiesStatus(houder, "Zienswijze gegeven");
    // Whoever looks on sees who is busy where.
    await cel(anna, "Leudal", "Zienswijze").getByText(LEUDAL).waitFor();
    await vak.getByLabel("Datum (verplicht)").fill("2025-07-21");
    await vak.getByRole("button", { name: "Bewaar" }).click();

    await cel(anna, "Leudal", "Zienswijze").getByText("te laat · 21 dagen").waitFor();
    await anna.getByText(/21 dagen na de streefdatum 1 januari 2026.*\(Leudal\)/).waitFor();
    await anna.getByText("21 dagen later", { exact: true }).waitFor();

    await vak.getByRole("button", { name: "Vul in" }).click();
    await kiesStatus(houder, "Geen zienswijze");
    await vak.getByLabel("Datum (verplicht)").fill("2025-06-10");
    await vak.getByRole("button", { name: "Bewaar" }).click();
    await cel(anna, "Leudal", "Zienswijze").getByText("geen zienswijze").waitFor();
    await anna.getByText("op schema", { exact: true }).waitFor();

    await cel(anna, "Leudal", "Zienswijze").click();
    const geschiedenis = paneel(anna, "Zienswijze · Leudal").getByRole("region", { name: "Geschiedenis" });
    await geschiedenis
      .getByText(`${LEUDAL} vulde ‘Zienswijze’ van Leudal in: geen zienswijze, 10 juni 2025.`)
      .waitFor();
  });

  it("see a step that one adds with its term, and that goes again while nothing stands in it", async () => {
    const [anna, houder] = await beide();
    await anna.getByRole("button", { name: "Nieuwe stap" }).click();
    const nieuw = anna.getByRole("dialog", { name: "Nieuwe stap" });
    await nieuw.getByLabel("Hoe heet de stap?").fill("Begroting 2027");
    await nieuw.getByRole("button", { name: "Voeg de stap toe" }).click();
    await nieuw.getByText("Kies wie de stap zet.").waitFor();
    await nieuw.getByLabel("Wie zet de stap?").fill("Gemeenteraden");
    await anna.getByRole("option", { name: "Gemeenteraden" }).click();
    await nieuw.getByRole("button", { name: /Termijn$/ }).click();
    await anna.getByRole("option", { name: "Zo lang als wij afspraken" }).click();
    await nieuw.getByRole("button", { name: /Waar in de wet\?$/ }).click();
    await anna.getByRole("option", { name: /^Zienswijze: Wgr art. 1 lid 3/ }).click();
    await nieuw.getByLabel("Hoe lang?").fill("7");
    await nieuw.getByRole("button", { name: "Voeg de stap toe" }).click();
    await nieuw.getByText(/korter dan de wet toestaat: minstens 8 weken/).waitFor();
    await nieuw.getByLabel("Hoe lang?").fill("10");
    await nieuw.getByRole("button", { name: "Voeg de stap toe" }).click();
    await cel(houder, "Weert", "Begroting 2027").waitFor();

    const vak = paneel(anna, "Begroting 2027 · regio");
    await vak.getByText("10 weken, afgesproken").waitFor();
    await vak.getByRole("button", { name: "Wijzig de stap" }).click();
    await vak.getByLabel("Hoe heet de stap?").fill("Zienswijze begroting");
    await vak.getByRole("button", { name: "Bewaar de stap" }).click();
    await cel(houder, "Weert", "Zienswijze begroting").waitFor();

    const anders = paneel(anna, "Zienswijze begroting · regio");
    await anders.getByRole("button", { name: "Haal de stap weg" }).click();
    await anna.getByRole("dialog").getByRole("button", { name: "Haal weg", exact: true }).click();
    await cel(houder, "Weert", "Zienswijze begroting").waitFor({ state: "detached" });
    // What gemeenten filled in stays.
    await anna.goto(BESLUITEN);
    await anna
      .getByRole("link", { name: /Zienswijze.*regio|^Regio, Zienswijze/ })
      .first()
      .click();
    await anna.getByRole("button", { name: "Haal de stap weg" }).click();
    await anna.getByRole("dialog").getByRole("button", { name: "Haal weg", exact: true }).click();
    await anna.getByText("In deze stap is al iets ingevuld.").first().waitFor();
  });

  it("do not overwrite each other: who comes second sees what is there and keeps what was typed", async () => {
    const [anna, houder] = await beide();
    const open = async (page: Page) => {
      await cel(page, "Leudal", "Toestemming").click();
      const vak = paneel(page, "Toestemming · Leudal");
      await vak.getByRole("button", { name: "Vul in" }).click();
      await kiesStatus(page, "Toestemming verleend");
      return vak;
    };
    const [bijAnna, bijHouder] = [await open(anna), await open(houder)];
    await bijHouder.getByLabel("Datum (verplicht)").fill("2025-10-14");
    await bijAnna.getByLabel("Datum (verplicht)").fill("2025-10-07");
    await bijAnna.getByRole("button", { name: "Bewaar" }).click();

    await bijHouder.getByText(/Een collega wijzigde deze cel terwijl je typte: Kwartiermaker/).waitFor();
    expect(await bijHouder.getByLabel("Datum (verplicht)").inputValue()).toBe("2025-10-14");
    await bijHouder.getByRole("button", { name: "Bewaar" }).click();
    await bijHouder.getByText("Kies eerst of jouw invoer blijft").waitFor();
    await bijHouder.getByRole("button", { name: "Houd mijn invoer" }).click();
    await bijHouder.getByRole("button", { name: "Bewaar" }).click();
    await cel(anna, "Leudal", "Toestemming").getByText("verleend 14 okt").waitFor();
  });

  it("an accounthouder reads the cells of others and fills in only their own", async () => {
    const houder = await podium.persoon(LEUDAL, { naar: BESLUITEN });
    await cel(houder, "Weert", "Zienswijze").click();
    const vak = paneel(houder, "Zienswijze · Weert");
    await vak.getByText("Je kunt deze cel lezen, niet invullen.").waitFor();
    expect(await vak.getByRole("button", { name: "Vul in" }).count()).toBe(0);
    await houder.getByRole("button", { name: "Wat ik kan invullen" }).click();
    await houder.getByText("1 van 14 gemeenten").waitFor();
    expect(new URL(houder.url()).searchParams.get("toon")).toBe("mijn");
  });
});

describe("with the keyboard alone", () => {
  it("one walks through the matrix, fills in a cell, and comes back to it", async () => {
    const anna = await podium.persoon(ANNA, { naar: `${BESLUITEN}?op=2025-06-12` });
    await live(anna);
    await tabNaar(anna, anna.getByRole("link", { name: /^Regio, Informatie:/ }));
    await anna.keyboard.press("ArrowRight");
    for (let rij = 0; rij < 14; rij++) await anna.keyboard.press("ArrowDown");
    await heeftFocus(cel(anna, "Weert", "Zienswijze"));
    await anna.keyboard.press("Enter");
    const vak = paneel(anna, "Zienswijze · Weert");
    await tabNaar(anna, vak.getByRole("button", { name: "Vul in" }));
    await anna.keyboard.press("Enter");
    await tabNaar(anna, vak.getByLabel("Datum op de agenda (verplicht)"));
    await vak.getByLabel("Datum op de agenda (verplicht)").fill("2025-06-19");
    await tabNaar(anna, vak.getByRole("button", { name: "Bewaar" }));
    await anna.keyboard.press("Enter");
    await vak.getByRole("button", { name: "Vul in" }).waitFor();
    await cel(anna, "Weert", "Zienswijze").getByText("agenda 19 jun").waitFor();
    await tabNaar(anna, vak.getByRole("button", { name: "Sluiten" }));
    await anna.keyboard.press("Escape");
    await heeftFocus(cel(anna, "Weert", "Zienswijze"));
  });
});

describe("the rule of a decision", () => {
  it("is set by the kwartiermaker, and what cannot be says why and keeps what was typed", async () => {
    const [anna, houder] = await beide();
    await anna.getByRole("link", { name: /^Regio, Toestemming:/ }).click();
    const vak = paneel(anna, "Toestemming · regio");
    await vak.getByRole("button", { name: /Nodig$/ }).click();
    await anna.getByRole("option", { name: "Een deel van het totale gewicht" }).click();
    await vak.getByLabel("Drempel in procenten (verplicht)").fill("250");
    await vak.getByRole("button", { name: "Bewaar de regel" }).click();
    await vak.getByText("Kies een drempel van 1 tot 100 procent.").waitFor();
    expect(await vak.getByLabel("Drempel in procenten (verplicht)").inputValue()).toBe("250");
    await vak.getByLabel("Drempel in procenten (verplicht)").fill("67");
    await vak.getByRole("button", { name: "Bewaar de regel" }).click();
    await vak.getByText("67 procent van het gewicht", { exact: true }).waitFor();

    await houder.getByRole("link", { name: /^Regio, Toestemming:/ }).click();
    const bijHouder = paneel(houder, "Toestemming · regio");
    await bijHouder.getByText("67 procent van het gewicht", { exact: true }).waitFor();
    expect(await bijHouder.getByRole("button", { name: "Bewaar de regel" }).count()).toBe(0);
  });
});
