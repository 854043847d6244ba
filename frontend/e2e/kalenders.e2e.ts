import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { live } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();
const TIJDLIJN = "/integratie/traject-vooruit/tijdlijn";
const over = (dagen: number) => new Date(Date.now() + dagen * 86_400_000).toISOString().slice(0, 10);

/** A trajectory whose target lies ahead. */
async function start() {
  const programma = await maakProgramma(podium.hub.adres, ANNA);
  type Gelezen = { trajecten: { id: string; module: { id: string } }[] };
  const { trajecten } = await programma.vraag<Gelezen>("{ trajecten { id module { id } } }");
  const [{ id, module }] = trajecten as [Gelezen["trajecten"][number]];
  await programma.wijzig("startTraject", "StartTrajectInput", {
    sjabloon: id,
    naam: "Vooruit",
    module: module.id,
    streefdatum: over(900),
  });
}
const paneel = (page: Page, naam: string) => page.getByRole("complementary", { name: naam });

describe("two people at the calendar of a trajectory", () => {
  it("see a meeting that one enters, and the plan that she counts back through it and accepts", async () => {
    await start();
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: TIJDLIJN }),
      podium.persoon(BRAM, { naar: `${TIJDLIJN}/kalender` }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    await paneel(bram, "Vergaderingen").getByText("Er staat nog geen vergadering in de kalender.").waitFor();
    expect(
      await paneel(bram, "Vergaderingen").getByRole("button", { name: "Zet in de kalender" }).count(),
    ).toBe(0);

    await anna.getByRole("button", { name: "Vergaderingen", exact: true }).click();
    const vak = paneel(anna, "Vergaderingen");
    await vak.getByRole("button", { name: "Zet in de kalender" }).click();
    await vak.getByText("Kies wie er vergadert.").waitFor();
    await vak.getByRole("combobox", { name: "Gremium" }).fill("Gemeenteraden");
    await anna.getByRole("option", { name: /^Gemeenteraden/ }).click();
    await vak.getByLabel("Vergadering op (verplicht)").fill(over(600));
    await vak.getByLabel("Stukken uiterlijk op").fill(over(610));
    await vak.getByRole("button", { name: "Zet in de kalender" }).click();
    await vak.getByText("Stukken aanleveren kan niet na de vergadering. Kies een eerdere dag.").waitFor();
    await vak.getByLabel("Stukken uiterlijk op").fill(over(580));
    await vak.getByRole("button", { name: "Zet in de kalender" }).click();
    await paneel(bram, "Vergaderingen")
      .getByText(/stukken uiterlijk/)
      .waitFor();

    await anna.getByRole("button", { name: "Terugplannen", exact: true }).click();
    const terug = paneel(anna, "Terugplannen");
    await terug
      .getByText(/Vergadering van Gemeenteraden/)
      .first()
      .waitFor();
    await terug.getByRole("button", { name: "Neem dit voorstel aan" }).click();
    await terug.waitFor({ state: "detached" });
    await bram.goto(`${TIJDLIJN}/terugplannen`);
    await paneel(bram, "Terugplannen")
      .getByText(/Blijft zoals gepland/)
      .first()
      .waitFor();
    expect(
      await paneel(bram, "Terugplannen").getByRole("button", { name: "Neem dit voorstel aan" }).count(),
    ).toBe(0);

    // The same milestones in lanes, by who has to do them and by region.
    await anna.getByRole("button", { name: "Per gremium" }).click();
    expect(new URL(anna.url()).searchParams.get("banen")).toBe("gremium");
    await anna.getByRole("list", { name: "Mijlpalen" }).getByText("Gemeenteraden", { exact: true }).waitFor();
    await anna
      .getByRole("list", { name: "Vergaderingen" })
      .getByText(/vergadert op/)
      .waitFor({ state: "attached" });
  });
});
