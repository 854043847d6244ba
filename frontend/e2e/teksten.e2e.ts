import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axe } from "./support/axe";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();
const CARLA = "Contractmanager";

async function adres(begin: string): Promise<string> {
  const programma = await maakProgramma(podium.hub.adres, ANNA);
  const { afspraken } = await programma.vraag<{ afspraken: { id: string; naam: string }[] }>(
    "{ afspraken { id naam } }",
  );
  return `/afspraken/afspraak/${afspraken.find(({ naam }) => naam.startsWith(begin))!.id}`;
}
const tekst = (page: Page) => page.getByRole("textbox", { name: /^Tekst van/ });
const stand = (page: Page, woorden: string | RegExp) =>
  page.getByRole("status", { name: "Tekst" }).getByText(woorden).waitFor();
const artikel = (page: Page, nummer: number) =>
  tekst(page)
    .locator("section")
    .nth(nummer - 1);
const staat = (page: Page, woorden: string) => tekst(page).getByText(woorden).first().waitFor();

/** Writes at the end of the first line of an article. */
async function schrijf(page: Page, nummer: number, woorden: string) {
  await artikel(page, nummer)
    .locator("p")
    .first()
    .click({ position: { x: 2, y: 4 } });
  await page.keyboard.press("Home");
  await page.keyboard.type(woorden);
}

describe("people in one text", () => {
  it("write in the same article, see each other's cursor, and merge what one wrote without a line", async () => {
    const naar = `${await adres("Plan van aanpak")}/tekst`;
    const lijn = await podium.lijn();
    const [anna, bram, carla] = await Promise.all([
      podium.persoon(ANNA, { naar }),
      podium.persoon(BRAM, { naar }),
      podium.persoon(CARLA, { naar, lijn }),
    ]);
    await Promise.all([anna, bram, carla].map((page) => stand(page, "Opgeslagen")));
    await schrijf(anna, 1, "Anna begint. ");
    await staat(bram, "Anna begint.");
    await tekst(bram).getByText(ANNA, { exact: true }).waitFor();
    await schrijf(bram, 1, "Bram ook. ");
    await staat(anna, "Bram ook.");

    await staat(carla, "Bram ook.");
    lijn.knip();
    await stand(carla, /^Offline/);
    await schrijf(carla, 2, "Carla zonder lijn. ");
    await schrijf(anna, 2, "Anna met lijn. ");
    await stand(anna, "Opgeslagen");
    lijn.herstel();
    await Promise.all([
      stand(carla, "Opgeslagen"),
      staat(anna, "Carla zonder lijn."),
      staat(carla, "Anna met lijn."),
    ]);

    // A mention is chosen with the keyboard, and leads to what it names.
    await schrijf(bram, 4, "@venl");
    await bram.getByRole("option", { name: /^Venlo/ }).waitFor();
    await bram.keyboard.press("Enter");
    await artikel(carla, 4).getByRole("link", { name: "Venlo" }).waitFor();

    // Undo takes back one's own words only.
    await artikel(anna, 2).locator("p").first().click();
    await anna.keyboard.press("Control+z");
    await tekst(carla).getByText("Anna met lijn.").waitFor({ state: "hidden" });
    await staat(carla, "Carla zonder lijn.");
    await expect.poll(async () => (await tekst(anna).innerText()).includes("Carla zonder lijn.")).toBe(true);

    await podium.hub.valUit();
    await stand(anna, /^Offline/);
    await podium.hub.begin();
    await Promise.all([anna, bram, carla].map((page) => stand(page, "Opgeslagen")));
    await anna.reload();
    await staat(anna, "Carla zonder lijn.");
  });

  it("get back what they wrote without a line in an article that another moved meanwhile", async () => {
    const naar = `${await adres("Vertaaltabel")}/tekst`;
    const lijn = await podium.lijn();
    const [anna, carla] = await Promise.all([
      podium.persoon(ANNA, { naar }),
      podium.persoon(CARLA, { naar, lijn }),
    ]);
    await Promise.all([anna, carla].map((page) => stand(page, "Opgeslagen")));
    lijn.knip();
    await stand(carla, /^Offline/);
    await schrijf(carla, 1, "Merel zingt. ");
    // Who cannot see where others are does not move an article.
    await carla.keyboard.press("Alt+Shift+ArrowDown");
    await carla.getByText("Verplaatsen kan weer als er verbinding is", { exact: false }).waitFor();
    const kop = (await artikel(anna, 1).locator("h2").innerText()).trim();
    await artikel(anna, 1)
      .locator("p")
      .first()
      .click({ position: { x: 2, y: 4 } });
    await anna.keyboard.press("Alt+Shift+ArrowDown");
    await artikel(anna, 2).getByText(kop).first().waitFor();
    await stand(anna, "Opgeslagen");

    lijn.herstel();
    await carla.getByText("Dit schreef je zonder verbinding.", { exact: false }).waitFor();
    await stand(carla, "Opgeslagen");
    expect(await tekst(carla).getByText("Merel zingt.").count()).toBe(0);
    await carla.reload();
    await stand(carla, "Opgeslagen");
    await carla.getByRole("button", { name: "Zet terug in de tekst" }).click();
    for (const page of [anna, carla]) await artikel(page, 2).getByText("Merel zingt.").waitFor();
    expect(await carla.getByText("Dit schreef je zonder verbinding.", { exact: false }).count()).toBe(0);
  });

  it("comment on words and suggest others, which a writer takes over in everyone's text", async () => {
    const naar = `${await adres("Plan van aanpak")}/tekst`;
    const [anna, bram] = await Promise.all([podium.persoon(ANNA, { naar }), podium.persoon(CARLA, { naar })]);
    await Promise.all([anna, bram].map((page) => stand(page, "Opgeslagen")));
    await schrijf(anna, 1, "Tulpenbol bloeit. ");
    await stand(anna, "Opgeslagen");
    await staat(bram, "Tulpenbol bloeit.");

    // With the keyboard: the first word of the article.
    await artikel(bram, 1)
      .locator("p")
      .first()
      .click({ position: { x: 2, y: 4 } });
    await bram.keyboard.press("Home");
    await bram.keyboard.press("Control+Shift+ArrowRight");
    const kantlijn = (page: Page) => page.getByRole("list", { name: "Opmerkingen en voorstellen" });
    await bram.getByRole("button", { name: "Voorstel", exact: true }).click();
    await bram.getByRole("textbox", { name: "Wat er moet staan" }).fill("Narcis");
    await bram.getByRole("button", { name: "Stel voor" }).click();

    // Anna sees it in the text and beside it, and writes on in front of it.
    await tekst(anna).locator("ins", { hasText: "Narcis" }).waitFor();
    await kantlijn(anna).getByText(CARLA).first().waitFor();
    await artikel(anna, 1)
      .locator("p")
      .first()
      .click({ position: { x: 2, y: 4 } });
    await anna.keyboard.press("Home");
    await anna.keyboard.type("Let op: ");
    await stand(anna, "Opgeslagen");
    expect(await axe(anna)).toEqual([]);
    await kantlijn(anna).getByRole("button", { name: "Neem over" }).click();
    await Promise.all([anna, bram].map((page) => staat(page, "Let op: Narcis bloeit.")));
    await kantlijn(bram).getByText("Narcis").waitFor({ state: "hidden" });

    // A remark about the whole article, answered and dealt with.
    await bram.getByRole("button", { name: "Opmerking", exact: true }).click();
    await bram.getByRole("textbox", { name: "Opmerking" }).fill("Bloeit hij in maart?");
    await bram.getByRole("button", { name: "Plaats" }).click();
    await kantlijn(anna)
      .getByRole("button", { name: /^Antwoord/ })
      .click();
    await anna.getByRole("textbox", { name: "Antwoord" }).fill("Ja, in maart.");
    await anna.getByRole("button", { name: "Antwoord", exact: true }).click();
    await kantlijn(bram).getByText("Ja, in maart.").waitFor();
    await kantlijn(anna).getByRole("button", { name: "Handel af" }).click();
    await kantlijn(bram).getByText("Ja, in maart.").waitFor({ state: "hidden" });
  });

  it("move articles with the keyboard, freeze a version and put it back", async () => {
    const pad = await adres("Heldere resultaten");
    const lijn = await podium.lijn();
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: `${pad}/tekst` }),
      podium.persoon(BRAM, { naar: `${pad}/tekst`, lijn }),
    ]);
    await Promise.all([stand(anna, "Opgeslagen"), stand(bram, "Opgeslagen")]);
    const eerste = await artikel(anna, 1).locator("h2").innerText();
    await artikel(anna, 1).locator("h2").click();
    await anna.keyboard.press("Alt+Shift+ArrowDown");
    // Where someone else is, their name stands too.
    await expect.poll(() => artikel(bram, 2).locator("h2").innerText()).toContain(eerste);
    // Bram is in the article that Anna moves, and what he types comes in only after she did.
    await schrijf(bram, 2, "Bram");
    await artikel(anna, 2).getByText(BRAM, { exact: true }).waitFor();
    lijn.stal();
    await bram.keyboard.type(" schrijft door. ");
    await anna.keyboard.press("Alt+Shift+ArrowDown");
    await expect.poll(() => artikel(anna, 3).locator("h2").innerText()).toContain(eerste);
    lijn.herstel();
    await artikel(anna, 3).getByText("Bram schrijft door.").waitFor();
    await expect.poll(() => artikel(bram, 3).locator("h2").innerText()).toContain(eerste);
    // The same in the article that she moves hers past.
    await schrijf(bram, 4, "Ook");
    await artikel(anna, 4).getByText(BRAM, { exact: true }).waitFor();
    lijn.stal();
    await bram.keyboard.type(" hier. ");
    await anna.keyboard.press("Alt+Shift+ArrowDown");
    await expect.poll(() => artikel(anna, 4).locator("h2").innerText()).toContain(eerste);
    lijn.herstel();
    await artikel(anna, 3).getByText("Ook hier.").waitFor();
    await stand(anna, "Opgeslagen");
    await anna.getByRole("button", { name: "Versie vastleggen" }).click();
    const dialoog = anna.getByRole("dialog");
    await dialoog.getByRole("button", { name: "Leg vast" }).click();
    await dialoog.getByText("Dit veld is leeg. Vul het in.").waitFor();
    await dialoog.getByLabel("Naam van de versie (verplicht)").fill("Na het overleg");
    await dialoog.getByRole("button", { name: "Leg vast" }).click();
    await dialoog.waitFor({ state: "hidden" });
    await bram.getByRole("link", { name: "Versies" }).click();
    await bram.getByText("Na het overleg", { exact: true }).waitFor();
    await bram.getByText("Er is geen verschil.").waitFor();
    expect(await axe(bram)).toEqual([]);
    await bram.getByRole("button", { name: "Zet versie 1 terug" }).click();
    await bram.getByText("Terug naar versie 1", { exact: true }).waitFor();
    await expect.poll(() => artikel(anna, 1).locator("h2").innerText()).toBe(eerste);
  });
});

describe("a text that comes from elsewhere", () => {
  it("is looked at, taken over and undone", async () => {
    const programma = await maakProgramma(podium.hub.adres, ANNA);
    await programma.wijzig("maakAfspraak", "MaakAfspraakInput", { naam: "Uit Word" });
    const [uit, naar] = await Promise.all([adres("Heldere resultaten"), adres("Uit Word")]);
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: `${naar}/tekst` }),
      podium.persoon(BRAM, { naar: `${naar}/tekst` }),
    ]);
    await anna.getByRole("button", { name: "Lees een Word-bestand in" }).click();
    const kies = anna.getByLabel("Kies een Word-bestand");
    await kies.setInputFiles({ name: "Plan.docx", mimeType: "text/plain", buffer: Buffer.from("geen Word") });
    await anna.getByText(/‘Plan.docx’ is geen Word-bestand/).waitFor();
    const id = uit.split("/").at(-1);
    const word = await anna.request.get(`${podium.hub.adres}/uitvoer/afspraken/${id}?vorm=docx`);
    await kies.setInputFiles({ name: "Plan.docx", mimeType: "text/plain", buffer: await word.body() });
    const voorbeeld = anna.getByRole("region", { name: "Wat er binnenkomt" });
    await voorbeeld.getByRole("heading", { name: "Artikel 1. Wat we afspreken" }).waitFor();
    await anna.getByText(/de bladzijden na de tekst blijven achter/).waitFor();
    expect(await axe(anna)).toEqual([]);
    await anna.getByRole("button", { name: "Neem over" }).click();
    await Promise.all([anna, bram].map((page) => artikel(page, 1).getByText("Wat we afspreken").waitFor()));
    await anna.getByRole("button", { name: "Maak ongedaan" }).click();
    await bram.getByText("Er staat nog geen tekst").waitFor();
    await anna.getByRole("link", { name: "Versies" }).click();
    await anna.getByRole("button", { name: "Zet versie 1 terug" }).click();
    await artikel(bram, 1).getByText("Wat we afspreken").waitFor();
  });

  it("stays in the browser when one writes without a line, also when the page was closed", async () => {
    const naar = `${await adres("Heldere resultaten")}/tekst`;
    const lijn = await podium.lijn();
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar, lijn }),
      podium.persoon(BRAM, { naar }),
    ]);
    await Promise.all([anna, bram].map((page) => stand(page, "Opgeslagen")));
    await artikel(anna, 1).waitFor();
    lijn.knip();
    await stand(anna, /^Offline/);
    await schrijf(anna, 1, "Zonder lijn geschreven. ");
    // Again: only now it is all in the browser.
    await stand(anna, /^Offline/);
    // Nobody has the page open when the line comes back: what was not sent yet comes from the browser.
    await anna.goto("about:blank");
    lijn.herstel();
    await anna.goto(`${lijn.adres}${naar}`);
    await staat(anna, "Zonder lijn geschreven.");
    await stand(anna, "Opgeslagen");
    await staat(bram, "Zonder lijn geschreven.");
  });
});

describe("what must not be", () => {
  it("a BSN is marked at once and stays out of a version", async () => {
    const anna = await podium.persoon(ANNA, { naar: `${await adres("Plan van aanpak")}/tekst` });
    await stand(anna, "Opgeslagen");
    await schrijf(anna, 3, "Over 123456782. ");
    await anna.getByText(/staat een burgerservicenummer/).waitFor();
    expect(await tekst(anna).locator(".bsn").innerText()).toBe("123456782");
    await stand(anna, "Opgeslagen");
    await anna.getByRole("button", { name: "Versie vastleggen" }).click();
    await anna.getByLabel("Naam van de versie (verplicht)").fill("Met nummer");
    await anna.getByRole("button", { name: "Leg vast" }).click();
    await anna
      .getByRole("dialog")
      .getByText(/In artikel 3 staat een burgerservicenummer/)
      .waitFor();
  });

  it("writing goes on where no WebSocket gets through: there one reads, and is told why", async () => {
    const proxy = await podium.proxy("weigeren");
    const lijn = await podium.lijn(proxy);
    const anna = await podium.persoon(ANNA, { naar: `${await adres("Plan van aanpak")}/tekst`, lijn });
    await anna.getByText(/je netwerk laat geen live verbinding toe/).waitFor();
    await anna.getByRole("heading", { name: /Artikel 1\. Wat we afspreken/ }).waitFor();
    expect(await tekst(anna).count()).toBe(0);
    expect(await axe(anna)).toEqual([]);
  });

  it("who may not write reads along", async () => {
    const anna = await podium.persoon("Kijker", { naar: `${await adres("Plan van aanpak")}/tekst` });
    await anna.getByText("Je leest live mee.").waitFor();
    await artikel(anna, 1).waitFor();
    expect(await tekst(anna).getAttribute("contenteditable")).toBe("false");
    expect(await anna.getByRole("toolbar", { name: "Opmaak" }).count()).toBe(0);
  });
});
