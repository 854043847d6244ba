import { describe, expect, it } from "vitest";
import { tel, zichtbaar, zwaarteVan, type Risico } from "./risicos";

const risico = (naam: string, kans: number | null, impact: number | null, rest: object = {}) =>
  ({
    id: naam,
    naam,
    kans,
    impact,
    score: kans && impact ? kans * impact : null,
    zwaarte: kans && impact ? zwaarteVan(kans, impact) : "ONBEKEND",
    gesloten: false,
    eigenaar: { id: "anna" },
    ...rest,
  }) as unknown as Risico;

const risicos = [
  risico("Klein", 1, 2),
  risico("Groot", 4, 5),
  risico("Dicht", 5, 5, { gesloten: true }),
  risico("Ongewogen", null, 4, { eigenaar: null }),
];
const namen = (toon = "", vak = "") => zichtbaar(risicos, { toon, vak }).map(({ naam }) => naam);

describe("the register of risks", () => {
  it("stands with the heaviest first, and without what is closed", () => {
    expect(namen()).toEqual(["Groot", "Klein", "Ongewogen"]);
    expect(namen("gesloten")).toEqual(["Dicht"]);
  });
  it("opens from a square of the map, and shows what is not known or has no owner", () => {
    expect(namen("", "4x5")).toEqual(["Groot"]);
    expect(namen("onbekend")).toEqual(["Ongewogen"]);
    expect(namen("eigenaar")).toEqual(["Ongewogen"]);
  });
  it("counts open risks of which both are known", () => {
    expect([...tel(risicos)]).toEqual([
      ["1x2", 1],
      ["4x5", 1],
    ]);
  });
  it("weighs as the hub does", () => {
    expect([zwaarteVan(1, 4), zwaarteVan(1, 5), zwaarteVan(2, 5), zwaarteVan(3, 5)]).toEqual([
      "LAAG",
      "MIDDEN",
      "HOOG",
      "ZEER_HOOG",
    ]);
  });
});
