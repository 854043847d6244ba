import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { live } from "./support/bord";
import { ANNA, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();
const VENLO = "Accounthouder Venlo";
const LEUDAL = "Accounthouder Leudal";
const BIJDRAGE = "/organisatie/bijdrage";
/** The year of the procedure of the demo. */
const IN_2025 = `${BIJDRAGE}?van=2025-01-01&tot=2025-12-31`;

const rij = (page: Page, maat: string, wie: string) =>
  page.getByRole("region", { name: maat, exact: true }).getByRole("row", { name: new RegExp(`^${wie} `) });

describe("who speaks for a gemeente", () => {
  it("sees the own one at once, beside the regions, and no other", async () => {
    const venlo = await podium.persoon(VENLO, { naar: IN_2025 });
    await live(venlo);
    await rij(venlo, "Antwoord op tijd", "Venlo").getByText("1 van 1").waitFor();
    await rij(venlo, "Antwoord op tijd", "Noord-Limburg").getByText("7 van 7").waitFor();
    await rij(venlo, "Antwoord op tijd", "Midden-Limburg").getByText("4 van 4").waitFor();
    await rij(venlo, "Antwoord op tijd", "Alle gemeenten").getByText("11 van 11").waitFor();
    await venlo.getByText("Elke stap van een besluit waarvan de termijn", { exact: false }).waitFor();
    // Nothing was asked in these months: no zero, and no table.
    await venlo.getByText("In deze periode is er niets te tellen.").first().waitFor();
    expect(await venlo.getByRole("button", { name: /Gemeente$/ }).count()).toBe(0);

    // With the link of somebody else one sees one's own, and is told.
    const programma = await maakProgramma(podium.hub.adres, VENLO);
    const { gemeenten } = await programma.vraag<{ gemeenten: { id: string; naam: string }[] }>(
      "{ gemeenten { id naam } }",
    );
    const weert = gemeenten.find(({ naam }) => naam === "Weert")!.id;
    await venlo.goto(`${IN_2025}&gemeente=${weert}`);
    await venlo.getByText("De cijfers van die gemeente zijn niet voor jou zichtbaar.").waitFor();
    await rij(venlo, "Antwoord op tijd", "Venlo").waitFor();
    expect(await venlo.getByText("Weert").count()).toBe(0);
    await expect(
      programma.vraag("query($id: ID!) { bijdrage { gemeente(gemeente: $id) { gemeente { naam } } } }", {
        id: weert,
      }),
    ).rejects.toThrow("alleen voor je eigen gemeente");

    // From the page of the own gemeente, not from that of another.
    await venlo.goto(`/organisatie/gemeenten/${weert}`);
    await venlo.getByRole("heading", { name: "Wie spreekt voor Weert" }).waitFor();
    expect(await venlo.getByRole("link", { name: /^Bekijk de bijdrage/ }).count()).toBe(0);
    await venlo.goto(`/organisatie/gemeenten/${gemeenten.find(({ naam }) => naam === "Venlo")!.id}`);
    await venlo.getByRole("link", { name: "Bekijk de bijdrage van Venlo" }).click();
    await rij(venlo, "Trekt het werk", "Venlo").waitFor();
  });
});

describe("the kwartiermaker", () => {
  it("chooses a gemeente, sees its answer come in, and takes the figures along", async () => {
    const anna = await podium.persoon(ANNA, { naar: "/afspraken/uitkomsten" });
    await live(anna);
    await anna.getByRole("link", { name: "Bekijk hoe gemeenten bijdragen" }).click();
    await anna.getByLabel("Van", { exact: true }).fill("2025-01-01");
    await anna.getByLabel("Tot en met").fill("2025-12-31");
    await anna.getByText("1 januari 2025 tot en met 31 december 2025").waitFor();
    expect(await rij(anna, "Antwoord op tijd", "Leudal").count()).toBe(0);
    await anna.getByRole("button", { name: /Gemeente$/ }).click();
    await anna.getByRole("option", { name: "Leudal", exact: true }).click();
    await rij(anna, "Antwoord op tijd", "Leudal").getByText("niets te tellen").waitFor();
    expect(new URL(anna.url()).searchParams.has("gemeente")).toBe(true);

    const leudal = await maakProgramma(podium.hub.adres, LEUDAL);
    type Cellen = {
      trajecten: {
        besluiten: { cellen: { id: string; gemeente: { naam: string }; stap: { naam: string } }[] }[];
      }[];
    };
    const { trajecten } = await leudal.vraag<Cellen>(
      "{ trajecten { besluiten { cellen { id gemeente { naam } stap { naam } } } } }",
    );
    const cel = trajecten[0]!.besluiten[0]!.cellen.find(
      ({ gemeente, stap }) => gemeente.naam === "Leudal" && stap.naam === "Zienswijze",
    )!;
    await leudal.wijzig("vulBesluitcelIn", "VulBesluitcelInInput", {
      id: cel.id,
      verwachteVersie: 1,
      status: "GEDAAN",
      datum: "2025-07-21",
      ontvangenOp: "2025-04-07",
    });
    await rij(anna, "Antwoord op tijd", "Leudal").getByText("0 van 1").waitFor();
    await rij(anna, "Antwoord op tijd", "Midden-Limburg").getByText("4 van 6").waitFor();
    await anna.getByText("het laagste aandeel is 0%", { exact: false }).first().waitFor();
    await anna.getByText("Antwoord op tijd per kwartaal als tabel").click();
    await anna
      .getByRole("row", { name: /^2e kwartaal 2025/ })
      .getByText("67% (4 van 6)")
      .waitFor();

    const [bestand] = await Promise.all([
      anna.waitForEvent("download"),
      anna.getByRole("button", { name: "Bewaar als CSV" }).click(),
    ]);
    expect(bestand.suggestedFilename()).toBe("bijdrage-2025-01-01-2025-12-31.csv");
    const regels = (await readFile(await bestand.path(), "utf8")).split("\r\n");
    expect(regels).toContain(
      '"Antwoord op tijd";"2025-01-01 tot en met 2025-12-31";"Midden-Limburg";4;6;"66,7";1;1;1;',
    );

    // A wrong period is said where it is, and mended there.
    await anna.getByLabel("Tot en met").fill("2024-12-31");
    await anna.getByText("Het einde ligt voor het begin. Kies een latere dag.").waitFor();
    await anna.getByRole("button", { name: "Wis filters" }).click();
    await rij(anna, "Trekt het werk", "Alle gemeenten").waitFor();
  });

  it("sees that a session was held, and who only reads sees no gemeente", async () => {
    const [anna, kijker] = await Promise.all([
      podium.persoon(ANNA, { naar: BIJDRAGE }),
      podium.persoon("Kijker", { naar: BIJDRAGE, viewport: { width: 390, height: 844 } }),
    ]);
    await Promise.all([live(anna), live(kijker)]);
    await rij(kijker, "Trekt het werk", "Noord-Limburg").waitFor();
    expect(await kijker.getByRole("button", { name: /Gemeente$/ }).count()).toBe(0);
    const leider = await maakProgramma(podium.hub.adres, ANNA);
    const { sessies } = await leider.vraag<{ sessies: { id: string; stand: string }[] }>(
      "{ sessies { id stand } }",
    );
    const sessie = sessies.find(({ stand }) => stand === "GEPLAND")!.id;
    await leider.wijzig("openSessie", "OpenSessieInput", { sessie });
    await leider.wijzig("rondSessieAf", "RondSessieAfInput", { sessie });
    for (const page of [anna, kijker])
      await rij(page, "Deelname aan sessies", "Noord-Limburg").getByText("0 van 7").waitFor();
  });
});
