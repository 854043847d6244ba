import { expect, it } from "vitest";
import { BORD, live } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();

it("Vandaag shows at once that a colleague mentioned me, and who is here; after my visit it is no longer new", async () => {
  const titel = "Reactie Weert op de vergelijking van contracten";
  const [bram, anna] = await Promise.all([
    podium.persoon(BRAM),
    podium.persoon(ANNA, { naar: `${BORD}?zoek=Weert` }),
  ]);
  await live(bram);
  await bram.getByRole("region", { name: "Nu in de hub" }).getByText(ANNA).waitFor();

  await anna.getByRole("link", { name: titel, exact: true }).click();
  await anna.getByLabel("Schrijf een opmerking").fill("Weet jij meer, @Coörd");
  await anna.getByRole("option", { name: BRAM }).click();
  await anna.getByRole("button", { name: "Plaats opmerking" }).click();

  const genoemd = bram.getByRole("region", { name: "Je bent genoemd" });
  await genoemd
    .getByRole("listitem")
    .filter({ hasText: `${ANNA} noemde je bij` })
    .waitFor();
  await genoemd.getByRole("link", { name: titel, exact: true }).waitFor();
  await bram
    .getByRole("list", { name: "Onderwerpen met wijzigingen" })
    .getByRole("link", { name: titel })
    .waitFor();

  // The page tells the hub by itself that it has been seen.
  const programma = await maakProgramma(podium.hub.adres, BRAM);
  const nieuw = async () =>
    (await programma.vraag<{ vandaag: { vermeldingen: unknown[] } }>("{ vandaag { vermeldingen { id } } }"))
      .vandaag.vermeldingen.length;
  await expect.poll(nieuw).toBe(0);
  // Still there to read during this visit, and not in the next one.
  expect(await genoemd.count()).toBe(1);
  await bram.reload();
  await bram.getByText("Sindsdien veranderde niemand anders iets.").waitFor();
  expect(await genoemd.count()).toBe(0);
});
