import { describe, expect, it } from "vitest";
import { BORD, kaart, live, TRAJECT } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";
import { tabNaar } from "./support/toetsen";

const podium = maakPodium();
/** As addresses were before there could be more trajectories. */
const OUD = "/integratie/takenbord";
const TWEEDE = "/integratie/traject-midden-in-module-1-tweede-ronde";

describe("a second trajectory", () => {
  it("is started from the first; the other screen can go there at once, and old addresses still lead home", async () => {
    const programma = await maakProgramma(podium.hub.adres, ANNA);
    const taak = await programma.taak("Contractregister Noord opschonen");
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: "/integratie/tijdlijn" }),
      podium.persoon(BRAM, { naar: BORD }),
    ]);
    await Promise.all([anna.waitForURL(`**${TRAJECT}/tijdlijn`), bram.waitForURL(`**${TRAJECT}/takenbord`)]);
    await Promise.all([live(anna), live(bram)]);
    await kaart(bram, "Contractregister Noord opschonen").waitFor();
    // With one trajectory there is nothing to choose, and who may not start one sees nothing at all.
    expect(await bram.getByRole("button", { name: /^(Trajecten|Nieuw traject)/ }).count()).toBe(0);

    await tabNaar(anna, anna.getByRole("button", { name: "Nieuw traject" }));
    await anna.keyboard.press("Enter");
    const dialoog = anna.getByRole("dialog", { name: "Nieuw traject" });
    await dialoog.getByLabel("Naam (verplicht)").fill("Midden-Limburg in module 1");
    await dialoog.getByRole("button", { name: "Start traject" }).click();
    await dialoog.getByText("Kies de dag waarop de verandering moet ingaan.").waitFor();
    await dialoog.getByLabel("Streefdatum (verplicht)").fill("2028-01-01");
    await dialoog.getByRole("button", { name: "Start traject" }).click();
    await dialoog.getByText("Er is al een traject met deze naam. Kies een andere naam.").waitFor();
    await dialoog.getByLabel("Naam (verplicht)").fill("Midden in module 1, tweede ronde");
    await dialoog.getByRole("button", { name: "Start traject" }).click();

    await anna.waitForURL(`**${TWEEDE}/tijdlijn`);
    await anna.getByText(/Op schema voor 1 januari 2028\./).waitFor();
    await bram.getByRole("button", { name: "Trajecten (2)" }).click();
    await bram.getByRole("menuitem", { name: "Midden in module 1, tweede ronde" }).click();
    await bram.waitForURL(`**${TWEEDE}/takenbord`);
    await bram.getByText("Nog geen taken", { exact: true }).waitFor();

    // An address without a trajectory goes where the thing is, else where one was last.
    await bram.goto(`${OUD}/taak/${taak.id}`);
    await bram.waitForURL(`**${TRAJECT}/takenbord/taak/**`);
    await kaart(bram, "Contractregister Noord opschonen").waitFor();
    await anna.goto("/integratie/besluiten");
    await anna.waitForURL(`**${TWEEDE}/besluiten`);
    await anna.getByText("14 gemeenten", { exact: true }).waitFor();
  });
});
