import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BORD, live } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";

const podium = maakPodium();
const TITEL = "Reactie Weert op de vergelijking van contracten";

/** The letters that the demo wrote, with their soft line ends taken out. */
async function brieven(): Promise<string[]> {
  const map = join(podium.hub.data, "mail");
  const namen = await readdir(map).catch(() => [] as string[]);
  const teksten = namen
    .filter((naam) => naam.endsWith(".eml"))
    .map((naam) => readFile(join(map, naam), "utf8"));
  return (await Promise.all(teksten)).map((tekst) => tekst.replaceAll("=\r\n", ""));
}

it("a mention rings the bell of the other at once, comes by mail, and one click in it ends that", async () => {
  const [bram, anna] = await Promise.all([
    podium.persoon(BRAM),
    podium.persoon(ANNA, { naar: `${BORD}?zoek=Weert` }),
  ]);
  await live(bram);
  const bel = bram.getByRole("link", { name: /^Meldingen/ });
  const nieuw = async () => Number(/\d+/.exec((await bel.getAttribute("aria-label")) ?? "")?.[0] ?? 0);
  const eerst = await nieuw();

  await anna.getByRole("link", { name: TITEL, exact: true }).click();
  await anna.getByLabel("Schrijf een opmerking").fill("Kijk jij mee, @Coörd");
  await anna.getByRole("option", { name: BRAM }).click();
  await anna.getByRole("button", { name: "Plaats opmerking" }).click();
  await expect.poll(nieuw).toBe(eerst + 1);

  // What was read in the hub before its letter left is not sent: so first the letter.
  const genoemd = async () =>
    (await brieven()).filter((brief) => brief.includes(TITEL) && brief.includes("coordinator-toegang@"));
  await expect.poll(async () => (await genoemd()).length, { timeout: 15_000 }).toBe(1);

  await bel.click();
  const melding = bram.getByRole("link", { name: `${ANNA} noemde je bij ‘${TITEL}’` });
  await melding.click();
  await bram.getByText("Kijk jij mee").waitFor();
  await expect.poll(nieuw).toBe(eerst);

  const [brief] = await genoemd();
  expect(brief).not.toContain("Kijk jij mee");
  const link = /List-Unsubscribe: <http:\/\/[^/]+([^>]+)>/.exec(brief!.replaceAll(/\r\n /g, ""))![1]!;
  const buiten = await podium.venster({ naar: link });
  await buiten.getByRole("heading", { name: "Dat is geregeld" }).waitFor();
  await bram.goto("/account");
  await bram
    .getByRole("button", { name: /Iemand noemt je/ })
    .filter({ hasText: "Geen e-mail" })
    .waitFor();
});

it("who has to know of a task is listed, told, and seen by the other at once", async () => {
  const naar = `${BORD}?zoek=Weert`;
  const [anna, bram] = await Promise.all([podium.persoon(ANNA, { naar }), podium.persoon(BRAM, { naar })]);
  for (const page of [anna, bram]) {
    await page.getByRole("link", { name: TITEL, exact: true }).click();
    await page.getByRole("button", { name: "Wie moet dit weten?" }).click();
    await page.getByRole("list", { name: "Wie moet dit weten" }).getByText("Accounthouder Weert").waitFor();
  }
  await anna.getByRole("button", { name: "Leg vast wie het weet" }).click();
  await anna.getByLabel("Wie nog meer").fill("de griffie van Weert");
  await anna.getByRole("button", { name: "Leg vast", exact: true }).click();
  await bram.getByRole("list", { name: "Geïnformeerd" }).getByText("de griffie van Weert").waitFor();
});

it("who follows a task hears what another does to it, sees it among what they follow, and can stop", async () => {
  const naar = `${BORD}?zoek=Weert`;
  const [anna, bram] = await Promise.all([podium.persoon(ANNA, { naar }), podium.persoon(BRAM, { naar })]);
  for (const page of [anna, bram]) await page.getByRole("link", { name: TITEL, exact: true }).click();
  await bram.getByRole("button", { name: "Volgen", exact: true }).click();
  await bram.getByRole("button", { name: "Je volgt dit" }).waitFor();

  await anna.getByLabel("Nieuw punt").fill("Bel de contractmanager");
  await anna.keyboard.press("Enter");
  await bram.getByRole("link", { name: /^Meldingen/ }).click();
  const zin = `${ANNA} zette ‘Bel de contractmanager’ op de checklist van ‘${TITEL}’.`;
  await bram.getByRole("link", { name: zin }).waitFor();
  await bram.getByRole("button", { name: `Volg ‘${TITEL}’ niet meer` }).click();
  await bram.getByText("Je volgt nog niets.").waitFor();
  await expect.poll(() => bram.getByRole("link", { name: zin }).count()).toBe(0);
});
