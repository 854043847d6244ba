import { expect, it } from "vitest";
import { periode } from "./periode";
import { alsJaar, maakTijdlijn } from "./tijdlijn";

it("reads a date as precisely as it is known", () => {
  expect(alsJaar("2014")).toBe(2014);
  expect(alsJaar("2025-07")).toBe(2025.5);
  expect(alsJaar("2026-01-01")).toBe(2026);
});

it("puts participations on one scale of years", () => {
  const lijn = maakTijdlijn(
    [
      { id: "a", status: "DEELNEMER", van: "2014" },
      { id: "b", status: "BEEINDIGD", van: "2018", tot: "2020" },
      { id: "c", status: "DEELNEMER", van: null },
    ],
    "2020-07-01",
  )!;
  // From 2014 up to and including 2020: seven years.
  expect(lijn.jaren.map(({ jaar }) => jaar)).toEqual([2014, 2015, 2016, 2017, 2018, 2019, 2020]);
  expect(lijn.balken.map(({ links, breedte }) => [Math.round(links), Math.round(breedte)])).toEqual([
    [0, 100],
    [57, 29],
    [0, 100],
  ]);
  expect(lijn.balken[2]!.beginOnbekend).toBe(true);
});

it("draws nothing when no date is known", () => {
  expect(maakTijdlijn([{ id: "a", status: "DEELNEMER" }], "2026-01-01")).toBeUndefined();
});

it("says in words how long", () => {
  expect(periode({ status: "DEELNEMER", van: "2014" })).toBe("sinds 2014");
  expect(periode({ status: "VOORGENOMEN", van: "2026-01-01" })).toBe("beoogd vanaf 1 januari 2026");
  expect(periode({ status: "BEEINDIGD", van: "2018", tot: "2020-01-01" })).toBe(
    "van 2018 tot 1 januari 2020",
  );
  expect(periode({ status: "DEELNEMER" })).toBe("begin onbekend");
});
