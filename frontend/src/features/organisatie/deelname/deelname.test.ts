import { expect, it } from "vitest";
import { perGemeente, telling, wissels } from "./deelname";

const deelname = (
  gemeente: string,
  module: string,
  status: "DEELNEMER" | "VOORGENOMEN",
  van: string | null = null,
) => ({
  id: `${gemeente}-${module}`,
  status,
  van,
  gemeente: { id: gemeente },
  module: { id: module },
});
const alle = [
  deelname("venlo", "m1", "DEELNEMER", "2014"),
  deelname("venlo", "m2", "DEELNEMER", "2022"),
  deelname("weert", "m1", "VOORGENOMEN", "2026-01-01"),
];

it("puts each participation in its place", () => {
  const tabel = perGemeente(alle);
  expect(tabel.get("weert")?.get("m1")?.status).toBe("VOORGENOMEN");
  expect(tabel.get("weert")?.get("m2")).toBeUndefined();
});

it("counts per module in words", () => {
  expect(telling(alle, "m1")).toBe("1 deelnemer, 1 voorgenomen");
  expect(telling(alle, "m3")).toBe("geen deelnemers");
});

it("names the days on which something changed", () => {
  expect(wissels([...alle, { van: "2025-09", tot: null }])).toEqual([
    "2014-01-01",
    "2022-01-01",
    "2025-09-01",
    "2026-01-01",
  ]);
});
