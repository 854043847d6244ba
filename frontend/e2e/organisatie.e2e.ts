import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { BORD, live } from "./support/bord";
import { ANNA, maakPodium } from "./support/podium";

const podium = maakPodium();
const kop = (page: Page, naam: string) =>
  page.getByRole("heading", { level: 1, name: naam, exact: true }).waitFor();
const rij = (page: Page, naam: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: naam, exact: true }) });

describe("facts about the organisation", () => {
  it("are found by searching and filtering, and each says where it comes from", async () => {
    const anna = await podium.persoon(ANNA, { naar: "/organisatie" });
    await kop(anna, "Gemeenten");
    await anna.getByText("14 van 14 gemeenten").waitFor();
    await anna.getByRole("searchbox", { name: "Zoek een gemeente" }).fill("wee");
    await anna.getByText("2 van 14 gemeenten").waitFor();
    await anna.getByRole("button", { name: "Wis filters" }).click();
    await anna.getByRole("button", { name: /Regio/ }).click();
    await anna.getByRole("option", { name: "Noord-Limburg", exact: true }).click();
    await anna.getByText("7 van 14 gemeenten").waitFor();
    expect(await rij(anna, "Weert").count()).toBe(0);

    await anna.getByRole("link", { name: "Venray", exact: true }).click();
    await kop(anna, "Venray");
    await anna
      .getByText(/^Bron(nen)?: .*(Uitvoeringsplan|Collegevoorstel|Tertiaalrapportage)/)
      .first()
      .waitFor();
  });

  it("lead from one to the other and back", async () => {
    const rol = "Gemeente Venray als facilitator";
    const anna = await podium.persoon(ANNA, { naar: "/organisatie/rollen?zoek=facilitator" });
    await anna.getByRole("link", { name: rol, exact: true }).click();
    await kop(anna, rol);
    const main = anna.getByRole("main");
    await main.getByRole("link", { name: "Venray", exact: true }).click();
    await kop(anna, "Venray");
    await main.getByRole("list", { name: "Gremia en rollen" }).getByRole("link", { name: rol }).waitFor();
    await anna.goBack();
    await kop(anna, rol);
    await main.getByRole("link", { name: "Hostende partijen (gemeente Venray)" }).first().click();
    await kop(anna, "Hostende partijen (gemeente Venray)");
    await anna
      .getByText(/^Bron(nen)?: /)
      .first()
      .waitFor();
    await main.getByRole("link", { name: rol, exact: true }).first().click();
    await kop(anna, rol);
  });

  it("hold on a date: Midden is voorgenomen in module 1 from 2026, and that is uncertain", async () => {
    const anna = await podium.persoon(ANNA, { naar: "/organisatie/deelname" });
    const datum = anna.getByLabel("Op datum");
    await datum.fill("2026-01-01");
    await anna.getByText("7 deelnemers, 7 voorgenomen").waitFor();
    await rij(anna, "Weert").getByText("Voorgenomen").waitFor();
    await rij(anna, "Weert").getByText("Onzeker").first().waitFor();
    expect(await rij(anna, "Venlo").getByText("Voorgenomen").count()).toBe(0);
    await anna
      .getByRole("list", { name: "Wat onzeker is" })
      .getByText("Streefdatum uit het collegevoorstel")
      .waitFor();
    await datum.fill("2025-12-31");
    await expect.poll(() => rij(anna, "Weert").getByText("Voorgenomen").count()).toBe(0);
    expect(new URL(anna.url()).searchParams.get("op")).toBe("2025-12-31");
  });
});

describe("a role that the beheerder gives", () => {
  it("changes at once what the other person may do, and so does taking it back", async () => {
    const [kijker, beheerder] = await Promise.all([
      podium.persoon("Kijker", { naar: BORD }),
      podium.persoon("Beheerder", { naar: "/beheer" }),
    ]);
    await live(kijker);
    const nieuweTaak = kijker.getByRole("button", { name: "Nieuwe taak" });
    expect(await nieuweTaak.count()).toBe(0);

    await beheerder.getByRole("link", { name: "Kijker", exact: true }).click();
    await beheerder.getByRole("button", { name: "Rol geven" }).click();
    await beheerder.getByRole("button", { name: /Rol$/ }).click();
    await beheerder.getByRole("option", { name: "Kwartiermaker", exact: true }).click();
    await beheerder.getByRole("button", { name: "Geef rol", exact: true }).click();
    await nieuweTaak.waitFor();

    await beheerder.getByRole("button", { name: "Rol Kwartiermaker intrekken" }).click();
    await beheerder.getByText("Kijker is niet langer Kwartiermaker.").waitFor();
    await nieuweTaak.waitFor({ state: "detached" });
  });

  it("is not for others to give", async () => {
    const anna = await podium.persoon(ANNA, { naar: "/beheer" });
    await anna.getByRole("heading", { name: "Deze pagina is voor de beheerder" }).waitFor();
    expect(
      await anna.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Beheer" }).count(),
    ).toBe(0);
  });
});
