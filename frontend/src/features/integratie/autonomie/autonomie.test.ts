import { expect, it } from "vitest";
import { magTekst, naamVan, plekVan, zichtbaar, type Autonomie } from "./autonomie";

const een = (rest: object) =>
  ({
    aard: null,
    magRegionaal: false,
    regionaalOp: null,
    over: { __typename: "Mijlpaal", id: "m", naam: "Start" },
    ...rest,
  }) as unknown as Autonomie;

it("says whether the region may decide", () => {
  expect(magTekst(een({}))).toEqual(["onbekend", "nog niet bepaald"]);
  expect(magTekst(een({ aard: "BELEID" }))).toEqual(["wacht", "eerst elke gemeente"]);
  expect(magTekst(een({ aard: "BEDRIJFSVOERING", magRegionaal: true }))).toEqual([
    "open",
    "regio mag besluiten",
  ]);
  expect(magTekst(een({ aard: "BELEID", magRegionaal: true, regionaalOp: "2025-12-01" }))[1]).toBe(
    "regio heeft besloten",
  );
  // A gemeente took its decision back afterwards.
  expect(magTekst(een({ aard: "BELEID", regionaalOp: "2025-12-01" }))[0]).toBe("fout");
});

it("knows where the thing itself stands", () => {
  expect([naamVan(een({})), plekVan(een({}))]).toEqual(["Start", ["tijdlijn", "mijlpaal/m"]]);
  const taak = een({ over: { __typename: "Taak", id: "t", titel: "Bellen" } });
  expect([naamVan(taak), plekVan(taak)]).toEqual(["Bellen", ["takenbord", "taak/t"]]);
});

it("keeps what fits the filter", () => {
  const alle = [
    een({}),
    een({ aard: "BELEID" }),
    een({ aard: "BELEID", magRegionaal: true }),
    een({ aard: "BEDRIJFSVOERING", magRegionaal: true }),
  ];
  expect(
    ["", "beleid", "bedrijfsvoering", "onbepaald", "wacht"].map((toon) => zichtbaar(alle, toon).length),
  ).toEqual([4, 2, 1, 1, 1]);
});
