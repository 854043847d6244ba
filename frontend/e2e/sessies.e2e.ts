import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axe } from "./support/axe";
import { live } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";

const podium = maakPodium();
const TELEFOON = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

const knop = (page: Page, naam: string | RegExp) => page.getByRole("button", { name: naam, exact: true });

/** A phone that comes in with the code, as the QR gives it. */
async function telefoon(code: string, naam: string, achterban: string): Promise<Page> {
  const page = await podium.venster({ naar: `/meedoen/${code}`, ...TELEFOON });
  await page.getByLabel("Je naam in deze sessie").fill(naam);
  await page.getByLabel("Voor wie ben je hier?").selectOption(achterban);
  await knop(page, "Doe mee").click();
  await page.getByText(`Je bent binnen, ${naam}`).waitFor();
  return page;
}
async function schrijf(page: Page, kolom: string, tekst: string) {
  await page.getByRole("button", { name: new RegExp(`^${kolom}`) }).click();
  await page.getByLabel(`Nieuwe notitie bij ${kolom}`).fill(tekst);
  await knop(page, "Plaats notitie").click();
  await page.getByRole("listitem").filter({ hasText: tekst }).first().getByText("Wijzig").waitFor();
}
const breedte = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("a facilitator, a big screen and three phones", () => {
  it(
    "go through a whole behouden / loslaten / toevoegen to tasks on the board and a report",
    { timeout: 180_000 },
    async () => {
      const anna = await podium.persoon(ANNA, { naar: "/sessies" });
      await anna.getByRole("link", { name: "Terugblik op het samenspel" }).click();
      await knop(anna, "Open de sessie").click();
      const adres = await anna.getByRole("link", { name: /\/meedoen\// }).getAttribute("href");
      const code = adres!.split("/").pop()!;
      const zaal = await anna.context().newPage();
      await zaal.goto(`${new URL(anna.url()).pathname}/scherm`);
      await zaal.getByRole("img", { name: /QR-code/ }).waitFor();

      const sam = await telefoon(code, "Sam", "mgr");
      const [kim, lou] = await Promise.all([
        telefoon(code, "Kim", (await gemeente(sam, code, "Venlo"))!),
        telefoon(code, "Lou", (await gemeente(sam, code, "Weert"))!),
      ]);
      await zaal.getByText("3 deelnemers binnen").waitFor();
      await zaal.getByText("3 aanwezig").waitFor();
      expect(await axe(sam)).toEqual([]);
      expect(await axe(zaal)).toEqual([]);

      await knop(anna, "Begin").click();
      await zaal.getByRole("heading", { name: "Verzamelen" }).waitFor();
      await schrijf(sam, "Behouden", "Korte lijnen tussen gemeenten en MGR");
      await schrijf(kim, "Behouden", "Korte lijnen met de MGR");
      await schrijf(lou, "Loslaten", "Rapportages die niemand leest");
      for (const page of [sam, kim, lou, zaal, anna])
        await page
          .getByText(/Anoniem: niemand kan zien wie wat schreef/)
          .first()
          .waitFor();
      // Until they are shown nobody sees what others wrote.
      await zaal.getByText("2 notities, nog niet getoond.").waitFor();
      expect(await zaal.getByText("Korte lijnen met de MGR").count()).toBe(0);
      expect(await anna.getByText("Korte lijnen met de MGR").count()).toBe(0);
      // A phone that comes back has its place and its notes.
      await kim.reload();
      await kim.getByRole("listitem").filter({ hasText: "Korte lijnen met de MGR" }).first().waitFor();
      await sam.getByLabel("Ik ben klaar").check();
      await anna.getByText("1 van 3 deelnemers zijn klaar.").waitFor();
      expect(await axe(kim)).toEqual([]);
      expect(await breedte(kim)).toBe(0);

      await knop(anna, "Toon de notities").click();
      await zaal.getByText("Rapportages die niemand leest").waitFor();
      await lou.getByRole("button", { name: /^Behouden/ }).click();
      await lou.getByText("Korte lijnen met de MGR").waitFor();

      await knop(anna, "Volgende fase").click();
      await anna.getByText("2 notities lijken op").waitFor();
      await knop(anna, "Zet bij elkaar").click();
      await zaal.getByRole("heading", { name: "Korte lijnen met de MGR" }).waitFor();
      await knop(anna, "Acties voor de groep Korte lijnen met de MGR").click();
      await anna.getByRole("menuitem", { name: "Geef een andere naam" }).click();
      await anna.getByRole("dialog").getByLabel("Naam (verplicht)").fill("Contact");
      await knop(anna, "Bewaar").click();
      await zaal.getByRole("heading", { name: "Contact" }).waitFor();
      expect(await axe(anna)).toEqual([]);

      await knop(anna, "Volgende fase").click();
      for (const page of [sam, kim, lou]) {
        await page.getByText("Nog 5 punten van 5").waitFor();
        for (let punt = 0; punt < 3; punt++) await knop(page, "Punt erbij voor Contact").click();
        await page.getByText("Nog 2 punten van 5").waitFor();
        await knop(page, "Breng je stem uit").click();
        await page.getByText(/Je stem is geteld/).waitFor();
      }
      await zaal.getByText("3 van 3 stemden").waitFor();
      expect(await zaal.getByText("100%").count()).toBe(0);
      await knop(anna, "Sluit de stemming").click();
      await zaal.getByText("100% (9)").waitFor();
      await sam.getByText("100% (9)").waitFor();
      // One of the MGR and two gemeenten: told apart, each would know what the others chose.
      await zaal.getByText(/Niet apart getoond: Gemeenten, MGR/).waitFor();
      expect(await axe(zaal)).toEqual([]);

      await knop(anna, "Ga naar Besluiten").click();
      await knop(anna, "Acties voor de groep Contact").click();
      await anna.getByRole("menuitem", { name: "Leg vast als taak, besluit…" }).click();
      const dialoog = anna.getByRole("dialog");
      await dialoog.getByLabel("Titel (verplicht)").fill("Vaste belafspraak maken");
      await dialoog.getByLabel("Klaar op").fill("2027-03-01");
      await dialoog.getByRole("button", { name: "Leg vast" }).click();
      await zaal.getByText("Vaste belafspraak maken").waitFor();
      await lou.getByText("Vaste belafspraak maken").waitFor();

      await knop(anna, "Rond de sessie af").click();
      await anna.getByRole("dialog").getByRole("button", { name: "Rond af" }).click();
      await sam.getByText("De sessie is afgerond").waitFor();
      await anna.getByRole("link", { name: "Lees het verslag" }).click();
      await anna.getByRole("heading", { name: /^Verslag/ }).waitFor();
      await anna
        .getByText(/groep Contact/)
        .first()
        .waitFor();
      expect(await axe(anna)).toEqual([]);
      // Back the other way: from what came out to the task, and on the task where it came from.
      await anna.getByRole("link", { name: "Vaste belafspraak maken" }).click();
      const paneel = anna.getByRole("complementary", { name: /^Taak #/ });
      await paneel.getByRole("link", { name: "Terugblik op het samenspel" }).waitFor();
      await paneel.getByText("Korte lijnen met de MGR").waitFor();
      await live(anna);
    },
  );
});

/** The value of a gemeente in the list, as a phone has it. */
async function gemeente(page: Page, code: string, naam: string): Promise<string | undefined> {
  const antwoord = await page.request.get(`/meedoen/${code}/sessie`);
  const { gemeenten } = (await antwoord.json()) as { gemeenten: { id: string; naam: string }[] };
  return gemeenten.find((een) => een.naam === naam)?.id;
}

describe("a session in which notes bear a name and are looked at first", () => {
  it("lets people in one by one, keeps what waits from others, and is led by two", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: "/sessies" }),
      podium.persoon(BRAM, { naar: "/sessies" }),
    ]);
    await knop(anna, "Nieuwe sessie").first().click();
    const dialoog = anna.getByRole("dialog");
    await dialoog.getByText(/^Anoniem: niemand/).click();
    await dialoog.getByText("Ik kijk elke notitie na").click();
    await knop(anna, "Zet klaar").click();
    await dialoog.getByText("Dit veld is leeg. Vul het in.").waitFor();
    await dialoog.getByLabel("Naam (verplicht)").fill("Kosten van de jeugdhulp");
    await knop(anna, "Zet klaar").click();
    // The list of somebody else has it at once.
    await bram.getByRole("link", { name: "Kosten van de jeugdhulp" }).click();
    await knop(anna, "Open de sessie").click();
    const adres = await anna.getByRole("link", { name: /\/meedoen\// }).getAttribute("href");
    const code = adres!.split("/").pop()!;
    await knop(anna, "Ik laat binnen").click();
    const sam = await podium.venster({ naar: `/meedoen/${code}`, ...TELEFOON });
    await sam.getByText(/^Op naam: bij elke notitie/).waitFor();
    await sam.getByLabel("Je naam in deze sessie").fill("Sam");
    await sam.getByLabel("Voor wie ben je hier?").selectOption("mgr");
    await knop(sam, "Doe mee").click();
    await sam.getByText("De begeleider laat je zo binnen.").waitFor();
    expect(await axe(sam)).toEqual([]);
    await knop(anna, "Laat Sam binnen").click();
    await sam.getByText("Je bent binnen, Sam").waitFor();

    await knop(anna, "Begin").click();
    await knop(anna, "Toon de notities").click();
    await schrijf(sam, "Behouden", "Vaste mensen aan tafel");
    await anna.getByText("Vaste mensen aan tafel").waitFor();
    expect(await sam.getByText("Vaste mensen aan tafel").count()).toBe(1);
    await knop(anna, "Zet op het bord").click();
    await sam.getByText("Sam (MGR)").waitFor();

    // Bram may look; only who leads changes anything.
    await bram.getByText("Vaste mensen aan tafel").waitFor();
    expect(await knop(bram, "Volgende fase").count()).toBe(0);
    await anna.getByLabel("Vraag iemand erbij").fill(BRAM);
    await anna.getByRole("option", { name: BRAM, exact: true }).click();
    await knop(anna, "Laat meeleiden").click();
    await knop(bram, "Volgende fase").click();
    await anna.getByRole("heading", { name: "2. Groeperen" }).waitFor();
    await sam.getByText("Zet bij elkaar wat over hetzelfde gaat.").waitFor();

    await knop(bram, "Haal Sam uit de sessie").click();
    await sam
      .getByRole("heading", { name: "Meedoen aan een sessie" })
      .or(sam.getByText("Kosten van de jeugdhulp"))
      .first()
      .waitFor();
    await anna.getByText("Nog niemand.").waitFor();
  });
});

describe("a code that is wrong", () => {
  it("says what to do and keeps what was typed", async () => {
    const page = await podium.venster({ naar: "/meedoen", ...TELEFOON });
    await page.getByLabel("Code op het scherm").fill("abc 234");
    await knop(page, "Verder").click();
    await page.getByText(/Deze code klopt niet/).waitFor();
    expect(await page.getByLabel("Code op het scherm").inputValue()).toBe("abc 234");
    expect(await axe(page)).toEqual([]);
  });
});

describe("the page of a phone", () => {
  it("is no more than 100 KB until one can take part, the font aside", async () => {
    const page = await podium.venster({ naar: "/merk.svg", ...TELEFOON });
    const groottes: Promise<number>[] = [];
    page.on("response", (antwoord) => {
      if (/\.(js|css)$|\/meedoen$/.test(antwoord.url()))
        groottes.push(antwoord.body().then((inhoud) => gzipSync(inhoud).length));
    });
    await page.goto("/meedoen");
    await page.getByLabel("Code op het scherm").waitFor();
    const delen = await Promise.all(groottes);
    expect(delen.length).toBeGreaterThan(3);
    expect(delen.reduce((som, deel) => som + deel, 0)).toBeLessThan(100 * 1024);
  });
});
