import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { FRONTEND } from "./support/benodigd";
import { ANNA, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();

it("the hub does what GraphQL over HTTP says a server must and should do", async () => {
  const script = join(FRONTEND, "scripts/audit.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [script, `${podium.hub.adres}/graphql`]);
  expect(stdout).toContain("in orde");
});

it("the explorer answers a query and shows what happens while it listens", async () => {
  const page = await podium.persoon(ANNA, { naar: "/account" });
  await page.getByRole("link", { name: "GraphQL-verkenner" }).click();
  const voerUit = page.getByRole("button", { name: /^Execute query/ });
  const antwoord = page.getByRole("region", { name: /result/i });
  // Its button does nothing before its editor is there.
  await page.locator(".view-line").filter({ hasText: "WieBenIk" }).waitFor();
  await voerUit.click();
  await antwoord.getByText(`"naam": "${ANNA}"`).first().waitFor();

  // In one go: before the explorer has read what the other tab asks.
  const tab = await page.getByRole("button", { name: "Integratie", exact: true }).elementHandle();
  await voerUit.evaluate((knop, ander) => [ander, knop].forEach((een) => (een as HTMLElement).click()), tab);
  await antwoord.getByText("Bijgewerkt").waitFor();
  const programma = await maakProgramma(podium.hub.adres, ANNA);
  const { id } = await programma.taak("Indexering van tarieven vergelijken");
  await programma.wijzig("archiveerTaak", "ArchiveerTaakInput", { id });
  await antwoord.getByText("TaakGearchiveerd").waitFor();
});
