import { describe, expect, it } from "vitest";
import {
  BORD,
  inKolom,
  kaart,
  kolom,
  legBoven,
  live,
  pakOp,
  titels,
  verplaats,
  verschijnt,
  ZONDER_BANEN,
} from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";
import { heeftFocus, tabNaar } from "./support/toetsen";

const podium = maakPodium();
const beide = async (naar: string) => {
  const [anna, bram] = await Promise.all([podium.persoon(ANNA, { naar }), podium.persoon(BRAM, { naar })]);
  await Promise.all([live(anna), live(bram)]);
  return [anna, bram] as const;
};

describe("two people on the takenbord", () => {
  it("see each other come and go", async () => {
    const [anna, bram] = await beide(BORD);
    const opAnnasBord = anna.getByRole("list", { name: "Nu op dit bord" }).getByRole("img", { name: BRAM });
    await opAnnasBord.waitFor();
    await bram.close();
    await opAnnasBord.waitFor({ state: "hidden" });
  });

  it("see a card that one drags: in her hand, then in its new column and place, and there after a reload", async () => {
    const [anna, bram] = await beide(ZONDER_BANEN);
    const titel = (await titels(anna, "Te doen"))[0]!;
    const bovenste = kolom(anna, "Bezig").getByRole("listitem").first();

    await pakOp(anna, kaart(anna, titel));
    await kaart(bram, titel).getByText(`${ANNA} sleept`).waitFor();
    await legBoven(anna, bovenste);

    await inKolom(bram, titel, "Bezig").waitFor();
    await kaart(bram, titel).getByText(`${ANNA} sleept`).waitFor({ state: "hidden" });
    for (const page of [anna, bram]) {
      await expect.poll(async () => (await titels(page, "Bezig"))[0]).toBe(titel);
      expect(await kaart(page, titel).count()).toBe(1);
    }
    await live(anna);
    await anna.reload();
    await inKolom(anna, titel, "Bezig").waitFor();
    expect((await titels(anna, "Bezig"))[0]).toBe(titel);
  });

  it("see what the other does within a moment", async () => {
    const [anna, bram] = await beide(ZONDER_BANEN);
    const programma = await maakProgramma(podium.hub.adres, ANNA);
    const { kolommen } = await programma.bord();
    const { id, titel } = await programma.taak("Formatie business control in beeld brengen");
    const tijden: number[] = [];
    for (const naam of ["Bezig", "Gereed", "Te doen", "Bezig", "Gereed", "Te doen"]) {
      const gezien = verschijnt(bram, id, kolommen.find((een) => een.naam === naam)!.id);
      const geklikt = await verplaats(anna, titel, naam);
      tijden.push((await gezien) - geklikt);
      await inKolom(anna, titel, naam).waitFor();
      await live(anna);
    }
    tijden.sort((a, b) => a - b);
    console.log(
      `Van klik tot het andere scherm: mediaan ${tijden[tijden.length >> 1]} ms, hooguit ${tijden.at(-1)} ms`,
    );
  });
});

describe("with the keyboard alone", () => {
  it("one moves a card, hears where it went, ticks a checkpunt and mentions a colleague, who sees it", async () => {
    const titel = "Personele stappen uitwerken met P&O";
    const [anna, bram] = await beide(`${BORD}?zoek=Personele`);

    await tabNaar(anna, anna.getByRole("button", { name: `Verplaats ‘${titel}’ naar…` }));
    await anna.keyboard.press("Enter");
    await heeftFocus(anna.getByRole("menuitem", { name: "Bezig", exact: true }));
    await anna.keyboard.press("Enter");
    await anna
      .getByText(/‘Personele .*’ staat nu in Bezig, plaats \d+ van \d+/)
      .waitFor({ state: "attached" });
    await inKolom(bram, titel, "Bezig").waitFor();

    await tabNaar(anna, anna.getByRole("link", { name: titel, exact: true }));
    await anna.keyboard.press("Enter");
    const paneel = anna.getByRole("complementary", { name: /^Taak #/ });
    await tabNaar(anna, paneel.getByRole("checkbox").first());
    await anna.keyboard.press("Space");
    await kaart(bram, titel).getByTitle("Checklist: 1 van 3 af").waitFor();

    await tabNaar(anna, paneel.getByLabel("Schrijf een opmerking"));
    await anna.keyboard.type("Kijk jij mee, @Coörd");
    await anna.getByRole("option", { name: BRAM }).waitFor();
    await anna.keyboard.press("Enter");
    await anna.keyboard.type("voor vrijdag?");
    await anna.keyboard.press("Control+Enter");

    await kaart(bram, titel).getByTitle("1 opmerking").waitFor();
    await bram.getByRole("link", { name: titel, exact: true }).click();
    const opmerking = bram.getByRole("list", { name: "Opmerkingen" }).getByRole("listitem");
    await opmerking.getByText(`@${BRAM}`, { exact: true }).waitFor();
    expect(await opmerking.innerText()).toContain("voor vrijdag?");
  });
});

describe("what is put away", () => {
  it("goes from both boards, and comes back by the undo and from the archive", async () => {
    const titel = "Informatiebrief voor medewerkers Midden";
    const [anna, bram] = await beide(BORD);
    const weg = () => kaart(bram, titel).waitFor({ state: "detached" });
    const archiveer = async () => {
      await anna.getByRole("button", { name: "Archiveer taak" }).click();
      await anna.getByText(`‘${titel}’ ligt in het archief.`).waitFor();
      await weg();
    };
    await anna.getByRole("link", { name: titel, exact: true }).click();
    await archiveer();
    await anna
      .getByRole("region", { name: "Meldingen" })
      .getByRole("button", { name: "Ongedaan maken" })
      .last()
      .click();
    await inKolom(bram, titel, "Te doen").waitFor();

    await archiveer();
    await bram.getByRole("button", { name: "Archief (1)" }).click();
    await bram.getByRole("button", { name: `Herstel ‘${titel}’` }).click();
    await inKolom(anna, titel, "Te doen").waitFor();
    await bram.getByText("Het archief is leeg").waitFor();
  });
});

describe("a view of the board", () => {
  it("lives in the address: who opens it sees the same cards in the same lanes", async () => {
    const anna = await podium.persoon(ANNA, { naar: BORD });
    const kies = async (knop: RegExp, regel: string) => {
      await anna.getByRole("button", { name: knop }).click();
      await anna.getByRole("menuitem", { name: regel, exact: true }).click();
    };
    await kies(/^Banen:/, "gemeente");
    await kies(/^Functie:/, "Informatieanalyse");
    await anna.getByRole("button", { name: "Te laat" }).click();
    await anna.getByRole("searchbox", { name: "Zoek in taken" }).fill("verwerkers");
    await expect.poll(() => new URL(anna.url()).searchParams.get("zoek")).toBe("verwerkers");
    await anna.getByText(/^1 van \d+ taken/).waitFor();

    const { pathname, search } = new URL(anna.url());
    const bram = await podium.persoon(BRAM, { naar: pathname + search });
    for (const page of [anna, bram]) {
      await page.getByRole("heading", { level: 2, name: "Nederweert" }).waitFor();
      expect(await titels(page, "Wacht op gemeente")).toEqual(["Verwerkersovereenkomst Nederweert"]);
      await page.getByRole("button", { name: "Functie: Informatieanalyse" }).waitFor();
    }
    await bram.getByRole("button", { name: "Wis filters" }).click();
    await expect.poll(() => new URL(bram.url()).search).toBe("?banen=gemeente");
    await kaart(bram, "Contractregister Noord opschonen").waitFor();
  });
});

describe("who may only read", () => {
  it("sees the board move, and has nothing to move it with", async () => {
    const titel = "Indexering van tarieven vergelijken";
    const [anna, kijker] = await Promise.all([
      podium.persoon(ANNA, { naar: BORD }),
      podium.persoon("Kijker", { naar: BORD }),
    ]);
    await Promise.all([live(anna), live(kijker)]);
    await verplaats(anna, titel, "Gereed");
    await inKolom(kijker, titel, "Gereed").waitFor();
    expect(await kijker.getByRole("button", { name: /^Verplaats ‘/ }).count()).toBe(0);
    expect(await kijker.getByRole("button", { name: "Nieuwe taak" }).count()).toBe(0);
    await kijker.getByRole("link", { name: titel, exact: true }).click();
    await kijker.getByText("Je kunt deze taak lezen, niet wijzigen").waitFor();
  });
});
