import { setTimeout as na } from "node:timers/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { live } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { heeftFocus } from "./support/toetsen";

const podium = maakPodium();
const KAART = "/organisatie/kaart";
const BEELD = `${KAART}?weergave=kaart`;

/** A name on the picture; `stand` is what it says of itself: "Direct", "Nog te plaatsen, plek onzeker". */
const kaartje = (page: Page, naam: string, stand = ".*") =>
  page
    .getByRole("region", { name: "De kaart" })
    .getByRole("link", { name: new RegExp(`^${naam}, ${stand}$`) });
const paneel = (page: Page, naam: string) => page.getByRole("complementary", { name: naam });
const kies = async (page: Page, veld: RegExp, naam: string) => {
  await page.getByRole("button", { name: veld }).click();
  await page.getByRole("option", { name: naam, exact: true }).click();
};
/** Drags a name to right beside another one. */
async function sleepNaar(page: Page, naam: string, bij: string) {
  await kaartje(page, naam).scrollIntoViewIfNeeded();
  const [van, naar] = [await kaartje(page, naam).boundingBox(), await kaartje(page, bij).boundingBox()];
  const midden = { x: van!.x + van!.width / 2, y: van!.y + van!.height / 2 };
  await page.mouse.move(midden.x, midden.y);
  await page.mouse.down();
  await page.mouse.move(midden.x + 12, midden.y + 6, { steps: 4 });
  await page.mouse.move(naar!.x + naar!.width / 2, naar!.y + naar!.height / 2, { steps: 12 });
  await page.mouse.up();
}
/** What the name on the picture says of itself from now on, each time that it changes. */
const volgStanden = (page: Page, naam: string) =>
  page.evaluateHandle((begin) => {
    const gezien: string[] = [];
    const kijk = () => {
      const nu = document.querySelector(`[aria-label^="${begin}, "]`)?.getAttribute("aria-label");
      if (nu && nu !== gezien.at(-1)) gezien.push(nu);
    };
    new MutationObserver(kijk).observe(document.body, { subtree: true, childList: true, attributes: true });
    return gezien;
  }, naam);

describe("two editors on the map", () => {
  it("see a name that one drags, and each change of the other", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: BEELD, viewport: { width: 1440, height: 1300 } }),
      podium.persoon(BRAM, { naar: BEELD }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    await kaartje(bram, "Gemeenteraden").waitFor();
    expect(await kaartje(anna, "Gemeenteraden").getAttribute("aria-current")).toBeNull();
    await kaartje(anna, "Gemeenteraden", "Nog te plaatsen, plek onzeker").waitFor();
    // On a slow line it does not jump back while the rest is read anew.
    await anna.route("**/graphql", async (route) => {
      await na(300);
      await route.continue();
    });
    const standen = await volgStanden(anna, "Gemeenteraden");
    await sleepNaar(anna, "Gemeenteraden", "Portefeuillehouders sociaal domein \\(PHO\\)");
    for (const page of [anna, bram]) {
      await kaartje(page, "Gemeenteraden", "Direct").waitFor();
    }
    await anna.waitForLoadState("networkidle");
    await anna.unrouteAll({ behavior: "wait" });
    const namen = await standen.evaluate((lijst) => lijst);
    expect(namen.slice(namen.indexOf("Gemeenteraden, Direct"))).toEqual(["Gemeenteraden, Direct"]);

    // The gap in communication becomes a task, and the other sees it.
    await kaartje(anna, "Gemeenteraden").click();
    const vak = paneel(anna, "Gemeenteraden");
    await kies(anna, /Nu$/, "Weten");
    await kies(anna, /Gewenst$/, "Meewerken");
    await kaartje(bram, "Gemeenteraden", "Direct, communicatie moet verder").waitFor();
    await vak.getByText("Er is nog geen actie die dit verder brengt").waitFor();
    await vak.getByRole("button", { name: "Leg een actie vast" }).click();
    await vak.getByRole("button", { name: "Zet op het bord" }).click();
    await vak.getByText("Kies wie dit doet.").waitFor();
    await vak.getByLabel("Eigenaar").fill("Procesr");
    await anna.getByRole("option", { name: "Procesregisseur beleid" }).click();
    await vak.getByLabel("Klaar op").fill("2099-01-04");
    await vak.getByRole("button", { name: "Zet op het bord" }).click();
    await vak.getByText("Actie loopt").waitFor();
    await bram.getByRole("button", { name: "Tabel", exact: true }).click();
    await bram
      .getByRole("row", { name: /^Gemeenteraden/ })
      .getByText("Gemeenteraden: communicatie naar meewerken (Procesregisseur beleid, 4 januari 2099)")
      .waitFor();
    await vak.getByRole("link", { name: "Gemeenteraden: communicatie naar meewerken" }).click();
    await anna.getByText("Communicatie met Gemeenteraden: van weten naar meewerken.").waitFor();
  });

  it("do not overwrite what the other was first to say", async () => {
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar: BEELD }),
      podium.persoon(BRAM, { naar: BEELD }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    for (const page of [anna, bram]) {
      await kaartje(page, "VNG").click();
      await page.getByRole("button", { name: "Wijzig invloed en contact" }).click();
    }
    await anna.getByLabel("Invloed op de MGR").fill("Modelverordeningen");
    await bram.getByLabel("Invloed op de MGR").fill("Lobby");
    await anna.getByRole("button", { name: "Bewaar" }).click();
    const vak = paneel(bram, "VNG");
    await vak.getByText("Modelverordeningen").waitFor();
    await bram.getByRole("button", { name: "Bewaar" }).click();
    await vak.getByText("Een ander heeft dit net gewijzigd.", { exact: false }).waitFor();
    expect(await bram.getByLabel("Invloed op de MGR").inputValue()).toBe("Lobby");
    await bram.getByRole("button", { name: "Bewaar" }).click();
    await paneel(anna, "VNG").getByText("Lobby").waitFor();
  });
});

describe("with the keyboard alone", () => {
  it("one moves a stakeholder on the picture and in the table, and hears where it stands", async () => {
    const anna = await podium.persoon(ANNA, { naar: BEELD });
    await live(anna);
    await kaartje(anna, "Rechtbank").focus();
    await anna.keyboard.press("Shift+ArrowUp");
    await anna.getByText("Rechtbank staat nu bij Landelijk/provinciaal, ring beperkt.").waitFor();
    await kaartje(anna, "Rechtbank", "Beperkt").waitFor();
    await heeftFocus(kaartje(anna, "Rechtbank"));
    await anna.getByRole("button", { name: "Tabel", exact: true }).click();
    await anna.getByRole("button", { name: "Verplaats Rechtbank naar…" }).focus();
    await anna.keyboard.press("Enter");
    await heeftFocus(
      anna.getByRole("menuitem", { name: "Direct: Aanbieders (zorgleveranciers)", exact: true }),
    );
    await anna.keyboard.type("Indirect: MGR");
    await anna.keyboard.press("Enter");
    await anna.getByText("Rechtbank staat nu bij MGR intern, ring indirect.").waitFor();
    const rij = anna.getByRole("row", { name: /^Rechtbank/ });
    await rij.getByText("MGR intern").waitFor();
    await rij.getByText("Indirect", { exact: true }).waitFor();
  });
});

describe("the map of now and the analyses of the plans", () => {
  it("show what came and went, and that of 2022 nothing is to be read", async () => {
    const kijker = await podium.persoon("Kijker", { naar: BEELD });
    expect(await kijker.getByRole("button", { name: "Nieuwe stakeholder" }).count()).toBe(0);
    await kies(kijker, /Kaart van$/, "2025");
    await kijker.getByText("Deze analyse komt uit een plan", { exact: false }).waitFor();
    await kies(kijker, /Vergelijk met$/, "2020");
    const verschil = kijker.getByRole("region", { name: /^Verschillen: 2020 en 2025/ });
    await verschil
      .getByRole("row", { name: /^Cliëntenorganisaties/ })
      .getByText("Gekomen")
      .waitFor();
    await verschil
      .getByRole("row", { name: /^Gemeenteraden/ })
      .getByText("Weg")
      .waitFor();
    await kies(kijker, /Vergelijk met$/, "2022");
    await kijker.getByText("Tussen 2022 en 2025 valt niets te vergelijken", { exact: false }).waitFor();
    await kies(kijker, /Kaart van$/, "2022");
    await kijker.getByRole("heading", { name: "De kaart van 2022 is niet te lezen" }).waitFor();
  });
});

describe("a new colleague", () => {
  it("finds who speaks for Roerdalen, what waits for it, and the bodies a decision goes through", async () => {
    const nieuw = await podium.persoon("Kijker", { naar: "/organisatie" });
    await nieuw.getByRole("link", { name: "Roerdalen", exact: true }).click();
    await nieuw
      .getByRole("list", { name: "Wie spreekt voor Roerdalen" })
      .getByText("Accounthouder Roerdalen")
      .waitFor();
    await nieuw
      .getByRole("list", { name: "Nog uit te voeren" })
      .getByRole("link", { name: "BSN eenduidig pseudonimiseren" })
      .waitFor();
    const weg = nieuw.getByRole("region", { name: "De weg van Wijziging gemeenschappelijke regeling" });
    await weg
      .getByRole("row", { name: /^Toestemming/ })
      .getByRole("link", { name: "Gemeenteraden" })
      .waitFor();
    await weg
      .getByRole("row", { name: /^Collegebesluit/ })
      .getByRole("link", { name: "Colleges van B&W" })
      .click();
    await nieuw.getByRole("heading", { level: 1, name: "Colleges van B&W" }).waitFor();
    await nieuw.getByText("eigenaar, opdrachtgever").waitFor();
  });
});

describe("who is forgotten", () => {
  it("is mended from the list: a seat, a contact, and the accounthouder who left", async () => {
    const [anna, beheerder] = await Promise.all([
      podium.persoon(ANNA, {
        naar: "/organisatie/vergeten?soort=STAKEHOLDER_ZONDER_CONTACT",
        viewport: { width: 1440, height: 1300 },
      }),
      podium.persoon("Beheerder", { naar: "/beheer" }),
    ]);
    await live(anna);
    await anna.getByRole("button", { name: /^Toon alle/ }).click();
    await anna.getByRole("link", { name: "Kies een contact: Centrale Raad van Beroep" }).click();
    await anna.getByRole("button", { name: "Wijzig invloed en contact" }).click();
    await anna.getByLabel("Contact", { exact: true }).fill("Contractm");
    await anna.getByRole("option", { name: "Contractmanager", exact: true }).click();
    await anna.getByRole("button", { name: "Bewaar" }).click();
    await paneel(anna, "Centrale Raad van Beroep").getByText("Contractmanager").waitFor();

    // The accounthouder goes: the gemeente stands on the list at once, of everybody.
    await anna.goto("/organisatie/vergeten");
    await anna.getByRole("heading", { name: "Afspraken zonder eigenaar" }).waitFor();
    await live(anna);
    await beheerder.getByRole("link", { name: "Accounthouder Beesel", exact: true }).click();
    await beheerder.getByRole("button", { name: "Rol Accounthouder Beesel intrekken" }).click();
    await anna.getByRole("list", { name: "Gemeenten zonder accounthouder" }).getByText("Beesel").waitFor();

    // Somebody takes a seat in a body for a gemeente.
    await anna.goto("/organisatie/rollen?zoek=Regionaal%20Management");
    await anna.getByRole("link", { name: "Regionaal Management Overleg", exact: true }).click();
    await anna.getByRole("button", { name: "Leg vast wie" }).click();
    await anna.getByRole("button", { name: "Leg vast", exact: true }).click();
    await anna.getByText("Kies wie het is, of schrijf de functie op.").waitFor();
    await anna.getByLabel("Functie").fill("Manager sociaal domein");
    await anna.getByLabel("Gemeente", { exact: true }).fill("Roerd");
    await anna.getByRole("option", { name: "Roerdalen" }).click();
    await anna.getByRole("button", { name: "Leg vast", exact: true }).click();
    const leden = anna.getByRole("list", { name: "Leden" });
    await leden.getByText("Manager sociaal domein").first().waitFor();
    await leden.getByRole("link", { name: "Roerdalen" }).click();
    await anna
      .getByRole("list", { name: "Wie spreekt voor Roerdalen" })
      .getByText("Manager sociaal domein")
      .first()
      .waitFor();
  });
});

describe("lines of communication", () => {
  it("say what runs over them, and one of module 2 is wanted for module 1 while the other looks on", async () => {
    const naar = "/organisatie/lijnen?weergave=netwerk";
    const [anna, bram] = await Promise.all([
      podium.persoon(ANNA, { naar, viewport: { width: 1440, height: 1300 } }),
      podium.persoon(BRAM, { naar: "/organisatie/lijnen?weergave=tabel" }),
    ]);
    await Promise.all([live(anna), live(bram)]);
    const netwerk = anna.getByRole("region", { name: "Het netwerk" });
    await netwerk
      .getByRole("link", { name: "Gemeentelijke toegangen communicatielijn Reguliere aanbieders" })
      .click();
    await anna.getByRole("link", { name: "301-bericht direct insturen" }).waitFor();
    await netwerk
      .getByRole("link", {
        name: "Gemeentelijke toegangen contact Cliënten / inwoners, er loopt niets over",
      })
      .click();
    await anna.getByText("Over deze lijn loopt niets in de hub", { exact: false }).waitFor();

    const verbindt = "Coördinator toegang verbindt Gemeentelijke toegangen";
    await anna.getByRole("button", { name: `Wens ${verbindt} voor Module 1` }).click();
    await netwerk.getByRole("link", { name: `${verbindt}, Module 1, gewenst` }).click();
    await bram.getByText("30 van 30 lijnen").waitFor();
    await anna.getByRole("button", { name: "Deze lijn is er nu" }).click();
    await bram
      .getByRole("row", { name: new RegExp(`^${verbindt}`) })
      .getByText("Is er")
      .waitFor();

    await anna.getByRole("button", { name: "Gewenste lijn" }).click();
    const dialoog = anna.getByRole("dialog");
    await dialoog.getByRole("button", { name: "Leg vast" }).click();
    await dialoog.getByText("Kies van wie de lijn uitgaat.").waitFor();
    for (const [veld, typ, naam] of [
      ["Van", "VNG", "VNG (stakeholder)"],
      ["Naar", "Gemeenter", "Gemeenteraden (gremium of rol)"],
    ] as const) {
      await dialoog.getByLabel(veld, { exact: true }).fill(typ);
      await anna.getByRole("option", { name: naam, exact: true }).click();
    }
    await dialoog.getByLabel("Wat voor lijn").fill("informeert");
    await dialoog.getByLabel("Wat erover moet lopen").fill("Nieuwe wetten, op tijd.");
    await dialoog.getByRole("button", { name: "Leg vast" }).click();
    await bram.getByText("31 van 31 lijnen").waitFor();
  });
});
