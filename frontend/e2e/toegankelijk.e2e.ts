import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { axe } from "./support/axe";
import { BORD } from "./support/bord";
import { maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();
/** May see and do everything. */
const BEHEERDER = "Beheerder";

type Scherm = { naam: string; naar: string; klaar: string; doe?: (page: Page) => Promise<unknown> };
let schermen: Scherm[];

beforeAll(async () => {
  const programma = await maakProgramma(podium.hub.adres, BEHEERDER);
  type Ids = Record<"gemeenten" | "rollen", { id: string; naam: string }[]> & {
    stakeholders: { nodes: { id: string; naam: string }[] };
  };
  const { gemeenten, rollen, stakeholders } = await programma.vraag<Ids>(
    "{ gemeenten { id naam } rollen { id naam } stakeholders(first: 1) { nodes { id naam } } }",
  );
  const [gemeente, rol, stakeholder] = [gemeenten[0]!, rollen[0]!, stakeholders.nodes[0]!];
  const taak = await programma.taak("Vergelijking bekostigingsvormen Jeugd segment 2–4");
  const druk = (naam: string | RegExp) => (page: Page) =>
    page.getByRole("button", { name: naam }).first().click();
  const opent =
    (naam: string | RegExp, wat: "dialog" | "menu" | "form" = "dialog") =>
    async (page: Page) => {
      await druk(naam)(page);
      await page.getByRole(wat).first().waitFor();
    };
  const [naarTaak, naarPersoon] = [`${BORD}/taak/${taak.id}`, `/beheer/personen/${programma.persoon}`];
  const organisatie = (deel: string, klaar: string) => ({ naam: deel, naar: `/organisatie/${deel}`, klaar });
  schermen = [
    { naam: "vandaag", naar: "/", klaar: "Vandaag" },
    { naam: "takenbord", naar: BORD, klaar: "Takenbord" },
    { naam: "takenbord zonder vondst", naar: `${BORD}?zoek=bestaatniet`, klaar: "Takenbord" },
    { naam: "filters", naar: BORD, klaar: "Takenbord", doe: opent(/^Functie:/, "menu") },
    { naam: "verplaats naar", naar: BORD, klaar: "Takenbord", doe: opent(/^Verplaats ‘/, "menu") },
    { naam: "nieuwe taak", naar: BORD, klaar: "Takenbord", doe: opent("Nieuwe taak") },
    { naam: "archief", naar: `${BORD}/archief`, klaar: "Archief" },
    {
      naam: "taak",
      naar: naarTaak,
      klaar: "Checklist",
      doe: async (page) => {
        await druk("Toon")(page);
        await page.getByRole("button", { name: "Verberg" }).waitFor();
      },
    },
    { naam: "taak bewerken", naar: naarTaak, klaar: "Checklist", doe: druk("Bewerk taak") },
    organisatie("gemeenten", "Gemeenten"),
    organisatie(`gemeenten/${gemeente.id}`, gemeente.naam),
    organisatie("deelname", "Deelname aan modules"),
    organisatie("rollen", "Gremia en rollen"),
    organisatie(`rollen/${rol.id}`, rol.naam),
    organisatie("stakeholders", "Stakeholders"),
    organisatie(`stakeholders/${stakeholder.id}`, stakeholder.naam),
    organisatie("relaties", "Relaties"),
    organisatie("regios", "Regio’s en modules"),
    organisatie("personen", "Personen"),
    { naam: "beheer", naar: "/beheer", klaar: "Personen" },
    { naam: "persoon toevoegen", naar: "/beheer", klaar: "Personen", doe: opent("Persoon toevoegen") },
    { naam: "persoon", naar: naarPersoon, klaar: BEHEERDER },
    { naam: "rol geven", naar: naarPersoon, klaar: BEHEERDER, doe: druk("Rol geven") },
    { naam: "wachtwoord instellen", naar: naarPersoon, klaar: BEHEERDER, doe: opent("Nieuw wachtwoord") },
    { naam: "account", naar: "/account", klaar: "Mijn account" },
    { naam: "nieuw token", naar: "/account", klaar: "Mijn account", doe: druk("Nieuw token") },
    { naam: "accountmenu", naar: "/account", klaar: "Mijn account", doe: opent(/^Account van/, "menu") },
    { naam: "niet gevonden", naar: "/bestaatniet", klaar: "Pagina niet gevonden" },
  ];
});

/** The page with its data, not its shape while loading. */
async function open(page: Page, { naar, klaar, doe }: Scherm) {
  await page.goto(naar);
  await page.getByRole("heading", { name: klaar, exact: true }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  await page
    .getByRole("status")
    .filter({ hasText: /^Live$/ })
    .waitFor();
  await doe?.(page);
}
/** Light with all rules; dark differs in colours only. */
async function gebreken(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const licht = await axe(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const donker = await axe(page, ["color-contrast", "link-in-text-block"]);
  return [...licht.map((mis) => `licht: ${mis}`), ...donker.map((mis) => `donker: ${mis}`)];
}
const rolt = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe.each([
  { breedte: 1440, hoogte: 900 },
  { breedte: 390, hoogte: 844 },
])("at $breedte wide", ({ breedte, hoogte }) => {
  const viewport = { width: breedte, height: hoogte };

  it("axe finds nothing on the sign-in page", async () => {
    const page = await podium.venster({ viewport });
    await page.getByRole("heading", { name: "Kies een rol" }).waitFor();
    expect(await gebreken(page)).toEqual([]);
  });

  it("axe finds nothing on any page, panel, menu or dialog", { timeout: 180_000 }, async () => {
    const page = await podium.persoon(BEHEERDER, { viewport });
    const gevonden: Record<string, string[]> = {};
    for (const scherm of schermen) {
      await open(page, scherm);
      const mis = await gebreken(page);
      if (mis.length > 0) gevonden[scherm.naam] = mis;
    }
    expect(gevonden).toEqual({});
  });
});

it("nothing has to be scrolled sideways at 320 wide", async () => {
  const page = await podium.persoon(BEHEERDER, { viewport: { width: 320, height: 640 } });
  const teBreed: Record<string, number> = {};
  for (const scherm of schermen) {
    await open(page, scherm);
    const over = await rolt(page);
    if (over > 0) teBreed[scherm.naam] = over;
  }
  expect(teBreed).toEqual({});
});
