import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { live } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";
import { tabNaar } from "./support/toetsen";

const podium = maakPodium();
const PEEL = "Accounthouder Peel en Maas";
let adres = "";

beforeAll(async () => {
  const programma = await maakProgramma(podium.hub.adres, ANNA);
  const { afspraken } = await programma.vraag<{ afspraken: { id: string; naam: string }[] }>(
    "{ afspraken { id naam } }",
  );
  adres = `/afspraken/afspraak/${afspraken.find(({ naam }) => naam.startsWith("Plan van aanpak"))!.id}`;
});

const plek = (page: Page, wie: string) => page.getByRole("button", { name: new RegExp(`^${wie}`) });
const paneel = (page: Page, wie: string) => page.getByRole("complementary", { name: new RegExp(`^${wie}`) });

describe("a consent round", () => {
  it("is signed by an accounthouder with a deviation, and another sees it at once", async () => {
    const [peel, bram] = await Promise.all([
      podium.persoon(PEEL, { naar: "/" }),
      podium.persoon(BRAM, { naar: `${adres}/ronde` }),
    ]);
    await Promise.all([live(peel), live(bram)]);
    await bram.getByText("5 van 8 akkoord, 1 bezwaar").waitFor();

    // It waits on Vandaag, and from there one comes to the place to sign.
    const wacht = peel.getByRole("list", { name: "Afspraken die op je wachten" });
    await wacht.getByRole("link", { name: "Plan van aanpak tijdig delen" }).click();
    const teken = paneel(peel, "Peel en Maas");
    await teken.getByRole("button", { name: "Teken" }).click();
    await teken.getByText("Akkoord, met een afwijking die vastligt").click();
    await teken.getByLabel("Hoedanigheid (verplicht)").fill("Teamleider toegang");
    await teken.getByRole("button", { name: /^Teken onder versie/ }).click();
    await teken.getByText(/Leg eerst de afwijking vast/).waitFor();
    await teken.getByText("Akkoord", { exact: true }).click();
    await teken.getByRole("button", { name: /^Teken onder versie/ }).click();
    await teken.getByText("Teamleider toegang").waitFor();
    await bram.getByText("6 van 8 akkoord, 1 bezwaar").waitFor();
    await plek(bram, "Peel en Maas, toegang").getByText("akkoord").waitFor();
  });

  it("is walked through with the keyboard, and what is said stays in its place", async () => {
    const anna = await podium.persoon(ANNA, { naar: `${adres}/ronde` });
    await live(anna);
    await tabNaar(anna, plek(anna, "Hele regio, aanbieders"));
    await anna.keyboard.press("ArrowDown");
    await anna.keyboard.press("ArrowRight");
    await anna.keyboard.press("Enter");
    const beesel = paneel(anna, "Beesel");
    await beesel.getByText("Accounthouder Beesel").waitFor();
    await anna.keyboard.press("Escape");
    await beesel.waitFor({ state: "detached" });
    await anna.getByLabel("Je reactie").fill("Wij letten op de termijn.");
    await anna.getByRole("button", { name: "Breng in" }).click();
    await anna
      .getByRole("list", { name: "Vragen en reacties" })
      .getByText("Wij letten op de termijn.")
      .waitFor();
  });
});

describe("deviations and signals", () => {
  it("show what differs and why, and the text as it holds for one gemeente", async () => {
    const anna = await podium.persoon(ANNA, { naar: `${adres}/afwijkingen` });
    await anna
      .getByRole("row", { name: /^Venray/ })
      .getByText(/per beveiligde mail/)
      .waitFor();
    await anna.getByRole("button", { name: /Gemeente/ }).click();
    await anna.getByRole("option", { name: "Venray", exact: true }).click();
    await anna.getByText(/Geldt hier anders tot en met/).waitFor();
    await anna.goto("/afspraken/afwijkingen");
    await anna.getByText("2 lopend, 0 geëindigd").waitFor();
  });

  it("go from who reports it to who answers, and often the same asks for a proposal", async () => {
    const [peel, bram] = await Promise.all([
      podium.persoon(PEEL, { naar: `${adres}/signalen` }),
      podium.persoon(BRAM, { naar: "/afspraken/signalen" }),
    ]);
    await Promise.all([live(peel), live(bram)]);
    await peel.getByText(/Hier komen vaak signalen over binnen/).waitFor();
    await peel.getByRole("button", { name: "Meld een signaal" }).click();
    const dialoog = peel.getByRole("dialog");
    await dialoog.getByRole("button", { name: "Meld", exact: true }).click();
    await dialoog.getByText("Dit veld is leeg. Vul het in.").waitFor();
    await dialoog
      .getByLabel("Wat werkt er niet? (verplicht)")
      .fill("Het plan staat in het verkeerde systeem.");
    await dialoog.getByRole("button", { name: "Meld", exact: true }).click();
    const rij = (page: Page) => page.getByRole("row", { name: /verkeerde systeem/ });
    await rij(bram).getByRole("button", { name: "Behandel" }).click();
    await bram.getByRole("dialog").getByLabel("Antwoord").fill("Wij passen de handleiding aan.");
    await bram.getByRole("dialog").getByRole("button", { name: "Bewaar" }).click();
    await rij(peel).getByText("Wij passen de handleiding aan.").waitFor();
    await rij(peel).getByText("beantwoord").waitFor();
  });

  it("fit on a phone", async () => {
    const anna = await podium.persoon(ANNA, {
      naar: `${adres}/ronde`,
      viewport: { width: 390, height: 844 },
    });
    for (const deel of ["ronde", "afwijkingen", "signalen"]) {
      await anna.goto(`${adres}/${deel}`);
      await anna.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
      for (const width of [390, 320]) {
        await anna.setViewportSize({ width, height: 800 });
        const over = await anna.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, `${deel} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });
});
