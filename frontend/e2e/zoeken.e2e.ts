import { expect, it } from "vitest";
import { ANNA, maakPodium } from "./support/podium";

const podium = maakPodium();

it("someone finds the right page from anywhere by keyboard, with a typing error and an old name", async () => {
  const page = await podium.persoon(ANNA, { naar: "/afspraken" });
  await page.getByRole("heading", { name: "Afspraken", exact: true }).waitFor();
  await page.keyboard.press("Control+k");
  // Without waiting for the field.
  await page.keyboard.type("verwerkersovereenkomst masgouw");
  const veld = page.getByRole("searchbox", { name: "Zoeken in de hub" });
  await expect.poll(() => veld.inputValue()).toBe("verwerkersovereenkomst masgouw");
  const eerste = page.getByRole("option").first();
  await expect.poll(() => eerste.textContent()).toContain("Verwerkersovereenkomst Maasgouw");
  await page.getByText("Gezocht op verwerkersovereenkomst maasgouw").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("Verwerkersovereenkomst Maasgouw").first().waitFor();
  expect(new URL(page.url()).pathname).toMatch(/\/taak\//);

  // Not while someone writes: then a slash is a slash.
  await page.goto("/");
  await page.getByRole("heading", { name: "Vandaag" }).waitFor();
  await page.keyboard.press("/");
  await veld.waitFor();
  await page.getByRole("option", { name: /Verwerkersovereenkomst Maasgouw/ }).waitFor();
  await page.keyboard.type("RMT");
  await expect.poll(() => eerste.textContent()).toContain("Regionaal Management Overleg");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Regionaal Management Overleg" }).waitFor();
});

it("what is found can be shared, kept to one kind, and says what to try when there is nothing", async () => {
  const page = await podium.persoon(ANNA, { naar: "/zoeken?q=facturatie" });
  const lijst = page.getByRole("list", { name: "Resultaten" });
  await lijst.getByRole("link", { name: "Inventarisatie facturatie per gemeente" }).waitFor();
  await page.getByRole("button", { name: /^Stakeholders \(/ }).click();
  await expect.poll(() => lijst.getByRole("listitem").count()).toBe(1);
  expect(page.url()).toContain("soort=STAKEHOLDER");
  await page.getByRole("searchbox", { name: "Zoek in alles" }).fill("pindakaas");
  await page.getByText("is niets gevonden", { exact: false }).waitFor();
});
