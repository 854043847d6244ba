import { describe, expect, it } from "vitest";
import { ANNA, maakPodium } from "./support/podium";

const podium = maakPodium();

describe("a newcomer", () => {
  it("opens the address, chooses a role, lands on Vandaag and finds the takenbord", async () => {
    const page = await podium.venster();
    await page.getByRole("button", { name: ANNA, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Vandaag" }).waitFor();
    await page.getByRole("heading", { name: "Welkom in Samenspel" }).waitFor();

    await page
      .getByRole("navigation", { name: "Hoofdmenu" })
      .getByRole("link", { name: "Integratie" })
      .click();
    await page.getByRole("heading", { level: 1, name: "Takenbord" }).waitFor();
    await page.getByRole("link", { name: "Contractregister Noord opschonen" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/integratie/traject-midden-module-1/takenbord");
  });

  it("gets in as who they press, also when the font comes in under their finger", async () => {
    const page = await podium.venster({ naar: "about:blank" });
    let kom = () => {};
    const mag = new Promise<void>((klaar) => (kom = klaar));
    await page.route("**/*.woff2", async (route) => {
      await mag;
      await route.continue();
    });
    await page.goto("/aanmelden", { waitUntil: "commit" });
    const kijker = page.getByRole("button", { name: "Kijker", exact: true });
    await kijker.hover();
    await page.mouse.down();
    const letter = page.waitForEvent("requestfinished", (verzoek) => verzoek.url().endsWith(".woff2"));
    kom();
    await letter;
    await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
    await page.mouse.up();
    await page.getByRole("button", { name: "Account van Kijker" }).waitFor();
  });

  it("hears that a password is wrong, and need not type the e-mail address again", async () => {
    const page = await podium.venster({ naar: "/aanmelden" });
    await page.getByLabel("E-mailadres").fill("kwartiermaker@samenspel.example");
    await page.getByLabel("Wachtwoord").fill("dit is het niet");
    await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
    await page.getByText("E-mailadres of wachtwoord klopt niet.").waitFor();
    expect(await page.getByLabel("E-mailadres").inputValue()).toBe("kwartiermaker@samenspel.example");
  });

  it("comes back where they wanted to be, and after signing out sees nothing any more", async () => {
    const page = await podium.venster({ naar: "/organisatie/deelname?op=2026-01-01" });
    await page.getByRole("button", { name: ANNA, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Deelname aan modules" }).waitFor();
    expect(new URL(page.url()).search).toBe("?op=2026-01-01");

    await page.getByRole("button", { name: `Account van ${ANNA}` }).click();
    await page.getByRole("menuitem", { name: "Afmelden" }).click();
    await page.getByRole("heading", { name: "Kies een rol" }).waitFor();
    await page.goto("/integratie/takenbord");
    await page.getByRole("heading", { name: "Kies een rol" }).waitFor();
  });
});
