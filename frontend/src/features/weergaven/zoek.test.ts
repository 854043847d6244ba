import { expect, test } from "vitest";
import { gekozenVan } from "./zoek";

test("the same choices make the same view, in whatever order, without what is of the moment", () => {
  const een = gekozenVan("?zoek=jeugd+ggz&stand=2026-01-01&eigenaar=a", ["stand"]);
  expect(een).toBe(gekozenVan("eigenaar=a&zoek=jeugd%20ggz", ["stand"]));
  expect(een).not.toContain("stand");
  expect(gekozenVan("", [])).toBe("");
});
