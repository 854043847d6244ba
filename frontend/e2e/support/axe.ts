import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe finds wrong with the page, in words; the rules only when colours are all that changed. */
export async function axe(page: Page, regels?: string[]): Promise<string[]> {
  const bouwer = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  if (regels) bouwer.withRules(regels);
  const { violations } = await bouwer.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary}`),
  );
}
