import { describe, expect, it } from "vitest";
import { live } from "./support/bord";
import { ANNA, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();
const LEUDAL = "Accounthouder Leudal";
const over = (dagen: number) => new Date(Date.now() + dagen * 86_400_000).toISOString().slice(0, 10);

/** A trajectory whose target lies ahead; gives the cell in which Leudal gives its zienswijze. */
async function start() {
  const programma = await maakProgramma(podium.hub.adres, ANNA);
  type Cel = { id: string; versie: number; stap: { soort: string }; gemeente: { naam: string } };
  type Gelezen = {
    trajecten: { id: string; sleutel: string; module: { id: string }; besluiten: { cellen: Cel[] }[] }[];
  };
  const lees = () =>
    programma.vraag<Gelezen>(
      "{ trajecten { id sleutel module { id } besluiten { cellen { id versie stap { soort } gemeente { naam } } } } }",
    );
  const [eerste] = (await lees()).trajecten;
  await programma.wijzig("startTraject", "StartTrajectInput", {
    sjabloon: eerste!.id,
    naam: "Vooruit",
    module: eerste!.module.id,
    streefdatum: over(200),
  });
  const vooruit = (await lees()).trajecten.find(({ sleutel }) => sleutel === "traject-vooruit")!;
  const cel = vooruit.besluiten[0]!.cellen.find(
    ({ stap, gemeente }) => stap.soort === "ZIENSWIJZE" && gemeente.naam === "Leudal",
  )!;
  return { programma, cel };
}

describe("what is coming", () => {
  it("appears on Vandaag when a colleague enters it, and in a calendar until its address is withdrawn", async () => {
    const { programma, cel } = await start();
    const houder = await podium.persoon(LEUDAL);
    await live(houder);
    const titel = "Termijn ‘Zienswijze’ eindigt: Leudal";
    expect(await houder.getByRole("link", { name: titel }).count()).toBe(0);
    await programma.wijzig("vulBesluitcelIn", "VulBesluitcelInInput", {
      id: cel.id,
      verwachteVersie: cel.versie,
      status: "OPEN",
      ontvangenOp: over(-10),
    });
    const vak = houder.getByRole("region", { name: "Komt eraan" });
    await vak.getByRole("link", { name: titel }).waitFor();

    await vak.getByRole("link", { name: "Alle herinneringen" }).click();
    await houder.getByRole("link", { name: titel }).waitFor();
    await houder.getByRole("button", { name: "Maak een adres" }).click();
    const adres = (await houder.getByText(/\/agenda\/spl_.*\.ics$/).textContent())!;
    const agenda = await fetch(adres);
    expect(agenda.status).toBe(200);
    expect((await agenda.text()).replaceAll("\r\n ", "")).toContain(`SUMMARY:${titel}`);

    await houder.getByRole("button", { name: "Trek in" }).click();
    await houder.getByRole("dialog").getByRole("button", { name: "Intrekken" }).click();
    await houder.getByText("Het adres is ingetrokken.").first().waitFor();
    await expect.poll(async () => (await fetch(adres)).status).toBe(404);

    // The reminder leads to the cell, in the trajectory it belongs to.
    await houder.getByRole("link", { name: titel }).click();
    await houder.waitForURL("**/integratie/traject-vooruit/besluiten/cel/**");
    await houder.getByRole("complementary", { name: "Zienswijze · Leudal" }).waitFor();
  });
});
