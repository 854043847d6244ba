import { describe, expect, it } from "vitest";
import { BORD, inKolom, kaart, kolom, live, verplaats } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";

const podium = maakPodium();
const TITEL = "Voortgang melden aan het AB";

describe("a task that comes back", () => {
  it("is made with a rhythm, and done it stands on both boards anew, a period later and unticked", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: BORD }),
      podium.persoon(BRAM, { naar: BORD }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    await anna.getByRole("button", { name: "Nieuwe taak" }).click();
    const venster = anna.getByRole("dialog", { name: "Nieuwe taak" });
    await venster.getByLabel("Titel").fill(TITEL);
    await venster.getByRole("button", { name: /Komt terug$/ }).click();
    await anna.getByRole("option", { name: "elke maand", exact: true }).click();
    await venster.getByRole("button", { name: "Maak taak" }).click();
    // The hub says what is missing, beside the field; what was chosen stays.
    await venster.getByText("Vul eerst een vervaldatum in.").waitFor();
    await venster.getByLabel("Vervaldatum").fill("2099-01-31");
    await venster.getByRole("button", { name: "Maak taak" }).click();
    await venster.waitFor({ state: "hidden" });
    await kaart(bram, TITEL).getByTitle("Komt terug: elke maand").waitFor();

    await anna.getByRole("link", { name: TITEL, exact: true }).click();
    const paneel = anna.getByRole("complementary", { name: /^Taak #/ });
    await paneel.getByLabel("Nieuw punt").fill("Cijfers ophalen");
    await paneel.getByLabel("Nieuw punt").press("Enter");
    // On its way to the hub one cannot tick it yet.
    await paneel.getByRole("checkbox", { name: "Cijfers ophalen", disabled: false }).press("Space");
    await kaart(bram, TITEL).getByTitle("Checklist: 1 van 1 af").waitFor();

    await verplaats(anna, TITEL, "Gereed");
    await anna.getByText(`‘${TITEL}’ komt terug: de volgende staat op het bord.`).waitFor();
    for (const page of [anna, bram]) {
      await inKolom(page, TITEL, "Gereed").waitFor();
      const nieuw = kolom(page, "Te doen").getByRole("listitem").filter({ hasText: TITEL });
      await nieuw.getByTitle("Checklist: 0 van 1 af").waitFor();
      await nieuw.getByTitle("Vervaldatum 28 februari 2099").waitFor();
      await nieuw.getByTitle("Komt terug: elke maand").waitFor();
    }
    const gereed = kolom(bram, "Gereed").getByRole("listitem").filter({ hasText: TITEL });
    expect(await gereed.getByTitle(/^Komt terug/).count()).toBe(0);
    await inKolom(bram, TITEL, "Gereed").click();
    const bijBram = bram.getByRole("complementary", { name: /^Taak #/ });
    await bijBram.getByRole("button", { name: "Toon", exact: true }).click();
    await bijBram.getByText(/Zij komt terug als #\d+, voor 28 februari 2099\./).waitFor();
  });

  it("gets another rhythm, every so many, and none; the other sees each", async () => {
    const titel = "Indexering van tarieven vergelijken";
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: BORD }),
      podium.persoon(BRAM, { naar: BORD }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    await anna.getByRole("link", { name: titel, exact: true }).click();
    const paneel = anna.getByRole("complementary", { name: /^Taak #/ });
    const kies = async (optie: string) => {
      await paneel.getByRole("button", { name: "Bewerk taak" }).click();
      await paneel.getByRole("button", { name: /Komt terug$/ }).click();
      await anna.getByRole("option", { name: optie, exact: true }).click();
    };
    const bewaar = () => paneel.getByRole("button", { name: "Bewaar", exact: true }).click();
    await kies("anders…");
    await paneel.getByLabel("Om de").fill("6");
    await bewaar();
    await kaart(bram, titel).getByTitle("Komt terug: elke 6 weken").waitFor();
    await kies("niet");
    await bewaar();
    await kaart(bram, titel).getByTitle("Komt terug: elke 6 weken").waitFor({ state: "detached" });
  });
});
