import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { BORD, live } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();
const TITEL = "Contractregister Noord opschonen";
const tabel = (page: Page) => page.getByRole("table", { name: "Taken" });
const kolomVan = (page: Page, nummer: number) =>
  tabel(page).locator(`tbody tr td:nth-of-type(${nummer})`).allTextContents();
const kop = (page: Page, naam: string) => tabel(page).getByRole("columnheader", { name: naam });

it("the board reads as a list, in the order one wants, and what one moves there moves on the other's board", async () => {
  const [anna, bram] = await Promise.all([
    podium.persoon(ANNA, { naar: BORD }),
    podium.persoon(BRAM, { naar: `${BORD}?vorm=lijst` }),
  ]);
  await Promise.all([live(anna), live(bram)]);
  await anna.getByRole("button", { name: "Lijst", exact: true }).click();
  await tabel(anna).waitFor();

  await kop(anna, "Eigenaar").getByRole("button").click();
  await expect.poll(() => kop(anna, "Eigenaar").getAttribute("aria-sort")).toBe("ascending");
  const op = await kolomVan(anna, 4);
  expect(op.filter((naam) => naam !== "geen")).toEqual(
    op.filter((naam) => naam !== "geen").sort((a, b) => a.localeCompare(b, "nl")),
  );
  await kop(anna, "Eigenaar").getByRole("button").click();
  await expect.poll(() => kop(anna, "Eigenaar").getAttribute("aria-sort")).toBe("descending");
  expect(await kolomVan(anna, 4)).not.toEqual(op);

  const stand = (page: Page) =>
    tabel(page).getByRole("button", { name: new RegExp(`: verplaats ‘${TITEL}’ naar`) });
  const was = (await stand(anna).textContent())!;
  await stand(anna).click();
  await anna.getByRole("menuitem", { name: was.includes("Bezig") ? "Te doen" : "Bezig" }).click();
  await expect.poll(() => stand(bram).textContent()).not.toBe(was);

  await tabel(anna).getByRole("link", { name: TITEL, exact: true }).click();
  await anna.getByRole("heading", { name: /^Taak #/ }).waitFor();
  expect(await tabel(anna).count(), "the list stays beside the task").toBe(1);
});

it("what one chose is kept under a name, shared with a colleague, and taken away with a way back", async () => {
  const [anna, bram] = await Promise.all([
    podium.persoon(ANNA, { naar: `${BORD}?laat=1&vorm=lijst` }),
    podium.persoon(BRAM, { naar: BORD }),
  ]);
  await Promise.all([live(anna), live(bram)]);
  const menu = (page: Page) => page.getByRole("button", { name: /^Weergave/ });
  await menu(anna).click();
  await anna.getByRole("menuitem", { name: "Bewaar wat je nu ziet…" }).click();
  await anna.getByRole("button", { name: "Bewaar", exact: true }).click();
  await anna.getByText("Dit veld is leeg. Vul het in.").waitFor();
  await anna.getByLabel("Naam (verplicht)").fill("Te laat, als lijst");
  await anna.getByText("Ook voor collega’s").click();
  await anna.getByRole("button", { name: "Bewaar", exact: true }).click();
  await anna.getByRole("button", { name: "Weergave: Te laat, als lijst" }).waitFor();

  const bijBram = bram.getByRole("menuitem", { name: `Te laat, als lijst · ${ANNA}` });
  await expect
    .poll(async () => {
      await menu(bram).click();
      const er = await bijBram.count();
      if (!er) await bram.keyboard.press("Escape");
      return er;
    })
    .toBe(1);
  expect(await bram.getByRole("menuitem", { name: /^Verwijder/ }).count(), "it is hers").toBe(0);
  await bijBram.click();
  await tabel(bram).waitFor();
  await bram.waitForURL(/laat=1/);
  await bram.getByRole("button", { name: "Weergave: Te laat, als lijst" }).waitFor();

  await menu(anna).click();
  await anna.getByRole("menuitem", { name: "Verwijder ‘Te laat, als lijst’" }).click();
  await bram.getByRole("button", { name: "Weergaven", exact: true }).waitFor();
  await anna.getByRole("button", { name: "Ongedaan maken" }).click();
  await bram.getByRole("button", { name: "Weergave: Te laat, als lijst" }).waitFor();
});

it("the tasks of all trajectories stand in one list, live", async () => {
  const anna = await podium.persoon(ANNA, { naar: "/integratie/taken?kolomsoort=open" });
  const programma = await maakProgramma(podium.hub.adres, BRAM);
  await tabel(anna).getByRole("columnheader", { name: "Traject" }).waitFor();
  await tabel(anna).getByRole("link", { name: TITEL, exact: true }).waitFor();
  const { id, versie } = await programma.taak(TITEL);
  const gereed = (await programma.bord()).kolommen.find(({ naam }) => naam === "Gereed")!;
  await programma.wijzig("verplaatsTaak", "VerplaatsTaakInput", {
    id,
    verwachteVersie: versie,
    naarKolom: gereed.id,
  });
  await tabel(anna).getByRole("link", { name: TITEL, exact: true }).waitFor({ state: "hidden" });
});
