import { expect, it } from "vitest";
import { komtVoor } from "./zoek";

it("finds every word, in any order, without accents or capitals", () => {
  expect(komtVoor("toegang coordinator", "Coördinator toegang")).toBe(true);
  expect(komtVoor("  venlo ", "Gemeente Venlo", null)).toBe(true);
  expect(komtVoor("", "wat dan ook")).toBe(true);
  expect(komtVoor("venlo wmo", "Venlo", undefined)).toBe(false);
});
