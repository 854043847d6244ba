import { describe, expect, it } from "vitest";
import { BORD, inKolom, kaart, live, pil, verplaats } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();

async function annaEnBram() {
  const lijn = await podium.lijn();
  const [anna, bram] = await Promise.all([
    podium.persoon(ANNA, { naar: BORD }),
    podium.persoon(BRAM, { naar: BORD, lijn }),
  ]);
  await Promise.all([live(anna), live(bram)]);
  return { anna, bram, lijn, programma: await maakProgramma(podium.hub.adres, ANNA) };
}
type Podium = Awaited<ReturnType<typeof annaEnBram>>;

/** How often the hub moved this card. */
const verplaatst = async ({ programma }: Podium, id: string) =>
  (await programma.geschiedenis(id)).filter((soort) => soort === "TaakVerplaatst").length;

describe("a line that is cut", () => {
  it("lets one work on: everything comes in afterwards, and one's own change is sent once", async () => {
    const spel = await annaEnBram();
    const { anna, bram, lijn, programma } = spel;
    const [vanAnna, vanBram] = [
      "Startgesprekken met de zeven gemeenten van Midden",
      "Akkoord Roermond op de lijst met functies",
    ];
    const taak = await programma.taak(vanBram);
    const eerder = await verplaatst(spel, taak.id);

    lijn.knip();
    await pil(bram, /^Offline/).waitFor();
    await verplaats(anna, vanAnna, "Bezig");
    await programma.wijzig("plaatsOpmerking", "PlaatsOpmerkingInput", {
      taak: taak.id,
      tekst: "Is dit nog nodig?",
    });
    await verplaats(bram, vanBram, "Gereed");
    await inKolom(bram, vanBram, "Gereed").waitFor();
    await pil(bram, "1 wijziging wacht").waitFor();
    expect(await verplaatst(spel, taak.id)).toBe(eerder);

    lijn.herstel();
    await live(bram);
    for (const page of [anna, bram]) {
      await inKolom(page, vanAnna, "Bezig").waitFor();
      await inKolom(page, vanBram, "Gereed").waitFor();
      await kaart(page, vanBram).getByTitle("1 opmerking").waitFor();
      for (const titel of [vanAnna, vanBram]) expect(await kaart(page, titel).count()).toBe(1);
    }
    expect(await verplaatst(spel, taak.id)).toBe(eerder + 1);
  });

  it("loses no answer: a change that arrived is not made again", async () => {
    const spel = await annaEnBram();
    const { anna, bram, lijn, programma } = spel;
    const titel = "Gegevens formatie inkoop Leudal";
    const { id } = await programma.taak(titel);
    const eerder = await verplaatst(spel, id);

    lijn.slikAntwoorden();
    await verplaats(bram, titel, "Bezig");
    await inKolom(anna, titel, "Bezig").waitFor();
    lijn.knip();
    await pil(bram, "1 wijziging wacht").waitFor();
    lijn.herstel();
    await live(bram);
    await inKolom(bram, titel, "Bezig").waitFor();
    expect(await verplaatst(spel, id)).toBe(eerder + 1);
  });

  it("keeps a change for a page that is opened again once the line is back", async () => {
    const spel = await annaEnBram();
    const { anna, bram, lijn, programma } = spel;
    const titel = "Contactpersoon facturatie Echt-Susteren";
    const { id } = await programma.taak(titel);
    lijn.knip();
    await pil(bram, /^Offline/).waitFor();
    await verplaats(bram, titel, "Gereed");
    await pil(bram, "1 wijziging wacht").waitFor();
    const thuis = bram.context();
    await bram.close();

    lijn.herstel();
    const weer = await thuis.newPage();
    await weer.goto(BORD);
    for (const page of [weer, anna]) await inKolom(page, titel, "Gereed").waitFor();
    await live(weer);
    expect(await verplaatst(spel, id)).toBe(1);
  });

  it("is noticed also when it says nothing", async () => {
    const { anna, bram, lijn } = await annaEnBram();
    const titel = "Datasets Midden controleren op volledigheid";
    lijn.stal();
    await verplaats(anna, titel, "Gereed");
    await pil(bram, /^(Offline|Bezig)/).waitFor({ timeout: 20_000 });
    lijn.herstel();
    await live(bram);
    await inKolom(bram, titel, "Gereed").waitFor();
  });
});

describe("a question that fails", () => {
  it("leaves on the page what was there, and is asked again until it is answered", async () => {
    const titel = "Indexering van tarieven vergelijken";
    const bram = await podium.persoon(BRAM);
    await live(bram);
    const programma = await maakProgramma(podium.hub.adres, ANNA);
    const { id } = await programma.taak(titel);
    let geweigerd = 0;
    await bram.route("**/graphql", (route) => {
      if (/^query Vandaag\b/.test((route.request().postDataJSON() as { query: string }).query))
        geweigerd += 1;
      return route.abort();
    });
    await programma.wijzig("plaatsOpmerking", "PlaatsOpmerkingInput", { taak: id, tekst: "Nog nodig?" });
    await expect.poll(() => geweigerd).toBeGreaterThan(1);
    await bram.getByRole("region", { name: "Nu in de hub" }).waitFor();
    expect(await bram.getByText("Vandaag kon niet geladen worden").count()).toBe(0);

    await bram.unroute("**/graphql");
    await bram
      .getByRole("list", { name: "Onderwerpen met wijzigingen" })
      .getByRole("link", { name: titel })
      .waitFor();
  });
});

describe("a hub that falls over", () => {
  it("has both screens live again when it is back, without a reload", async () => {
    const { anna, bram, programma } = await annaEnBram();
    const [voor, na] = [
      "Kennismaking contractbeheer Noord en Midden",
      "Overzicht budgetplafonds per aanbieder Wmo",
    ];
    await Promise.all(
      [anna, bram].map((page) => page.evaluate(() => void (document.title = "niet herladen"))),
    );
    await programma.wijzig("verplaatsTaak", "VerplaatsTaakInput", await naarGereed(programma, voor));
    await podium.hub.valUit();
    await Promise.all([anna, bram].map((page) => pil(page, /^Offline/).waitFor()));
    await podium.hub.begin();
    await Promise.all([live(anna), live(bram)]);
    for (const page of [anna, bram]) await inKolom(page, voor, "Gereed").waitFor();

    await verplaats(anna, na, "Gereed");
    await inKolom(bram, na, "Gereed").waitFor();
    for (const page of [anna, bram]) expect(await page.title()).toBe("niet herladen");
  });
});

async function naarGereed({ bord }: Podium["programma"], titel: string) {
  const { kolommen, taken } = await bord();
  const { id, versie } = taken.find((taak) => taak.titel === titel)!;
  return { id, verwachteVersie: versie, naarKolom: kolommen.find(({ naam }) => naam === "Gereed")!.id };
}
