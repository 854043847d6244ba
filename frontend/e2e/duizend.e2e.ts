import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { inKolom, live, TRAJECT, verplaats, verschijnt, ZONDER_BANEN } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();
const AANTAL = 1000;
const PER_KEER = 20;

it("a board of a thousand cards opens, and a move on it is seen", async () => {
  const programma = await maakProgramma(podium.hub.adres, ANNA);
  const { id: bord, kolommen, taken } = await programma.bord();
  const maak = async (begin: number) => {
    const delen = Array.from({ length: PER_KEER }, (_, i) => {
      const invoer = `clientMutatieId: "${randomUUID()}", bord: "${bord}", kolom: "${kolommen[(begin + i) % kolommen.length]!.id}", titel: "Oefentaak ${begin + i}"`;
      return `t${i}: maakTaak(input: { ${invoer} }) { fouten { bericht } }`;
    });
    await programma.vraag(`mutation { ${delen.join(" ")} }`);
  };
  const nog = AANTAL - taken.length;
  const begonnen = Date.now();
  await Promise.all(Array.from({ length: Math.ceil(nog / PER_KEER) }, (_, i) => maak(i * PER_KEER)));
  const gemaakt = Date.now() - begonnen;
  const totaal = (await programma.bord()).taken.length;
  expect(totaal).toBeGreaterThanOrEqual(AANTAL);

  const [anna, bram] = await Promise.all([
    podium.persoon(ANNA),
    podium.persoon(BRAM, { naar: ZONDER_BANEN }),
  ]);
  await live(anna);
  const voor = Date.now();
  await anna.goto(ZONDER_BANEN);
  await anna.waitForFunction((n) => document.querySelectorAll("[data-taak]").length === n, totaal);
  const open = Date.now() - voor;
  await Promise.all([live(anna), live(bram)]);

  const titel = "Oefentaak 0";
  const { id } = await programma.taak(titel);
  const gezien = verschijnt(bram, id, kolommen[1]!.id);
  const geklikt = await verplaats(anna, titel, kolommen[1]!.naam);
  const gezet = (await gezien) - geklikt;
  await inKolom(anna, titel, kolommen[1]!.naam).waitFor();
  console.log(`${totaal} taken: maken ${gemaakt} ms, openen ${open} ms, verplaatsen en zien ${gezet} ms`);
});

it("a decision of fourteen gemeenten and twelve steps opens, and what one fills in is seen", async () => {
  const programma = await maakProgramma(podium.hub.adres, ANNA);
  type Besluit = { id: string; stappen: { id: string; gremium: { id: string } }[] };
  const { trajecten } = await programma.vraag<{ trajecten: { besluiten: Besluit[] }[] }>(
    "{ trajecten { besluiten { id stappen { id gremium { id } } } } }",
  );
  const { id: besluit, stappen } = trajecten[0]!.besluiten[0]!;
  const raad = stappen[0]!.gremium.id;
  for (let nummer = stappen.length + 1; nummer <= 12; nummer++) {
    await programma.wijzig("maakBesluitstap", "MaakBesluitstapInput", {
      besluit,
      inhoud: { naam: `Stap ${nummer}`, soort: "INFORMATIE", gremium: raad },
      na: stappen[0]!.id,
    });
  }
  const naar = `${TRAJECT}/besluiten`;
  const [anna, bram] = await Promise.all([podium.persoon(ANNA), podium.persoon(BRAM, { naar })]);
  await live(anna);
  const voor = Date.now();
  await anna.goto(naar);
  await anna.getByRole("link", { name: /^Weert, Stap 12:/ }).waitFor();
  const open = Date.now() - voor;
  await Promise.all([live(anna), live(bram)]);

  await anna.getByRole("link", { name: /^Weert, Stap 12:/ }).click();
  const vak = anna.getByRole("complementary", { name: "Stap 12 · Weert" });
  await vak.getByRole("button", { name: "Vul in" }).click();
  await anna.getByRole("button", { name: /Status$/ }).click();
  await anna.getByRole("option", { name: "Gehouden", exact: true }).click();
  await vak.getByLabel("Datum (verplicht)").fill("2025-05-01");
  const geklikt = Date.now();
  await vak.getByRole("button", { name: "Bewaar" }).click();
  await bram.getByRole("link", { name: /^Weert, Stap 12: gehouden/ }).waitFor();
  const gezien = Date.now() - geklikt;
  expect(await bram.getByRole("link", { name: /^Weert, / }).count()).toBeGreaterThanOrEqual(11);
  console.log(`14 × 12: openen ${open} ms, bewaren en zien ${gezien} ms`);
});
