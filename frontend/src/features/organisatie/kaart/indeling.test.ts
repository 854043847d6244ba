import { expect, it } from "vitest";
import { BREED, deelIn, HOOG, vakOp } from "./indeling";
import { RING_VOLGORDE, type Vak } from "./kaart";

const GROEPEN = ["mgr", "gemeenten", "aanbieders", "landelijk"];
/** As in the sources: nearly all rings unreadable, and one group much larger than the others. */
const echt = new Map<string, Vak>();
GROEPEN.forEach((groep, i) => {
  for (let n = 0; n < [7, 12, 14, 20][i]!; n++) {
    echt.set(`${groep}${n}`, { groep, ring: n < 2 ? "DIRECT" : "ONZEKER" });
  }
});

it("gives everybody a place of their own, in the ring and group where they stand", () => {
  const druk = new Map<string, Vak>();
  for (const groep of GROEPEN)
    for (const ring of RING_VOLGORDE)
      for (let n = 0; n < 25; n++) druk.set(`${groep}${ring}${n}`, { groep, ring });
  for (const vakken of [echt, druk]) {
    const { stralen, plekken } = deelIn(vakken, GROEPEN);
    expect(plekken).toHaveLength(vakken.size);
    const botsingen = plekken.flatMap((a, i) =>
      plekken
        .slice(i + 1)
        .filter((b) => Math.abs(a.x - b.x) < BREED && Math.abs(a.y - b.y) < HOOG)
        .map((b) => `${a.id} op ${b.id}`),
    );
    expect(botsingen).toEqual([]);
    for (const { id, x, y } of plekken) {
      for (const [hoekX, hoekY] of [
        [x, y],
        [x + BREED, y],
        [x, y + HOOG],
        [x + BREED, y + HOOG],
      ] as const)
        expect(vakOp(hoekX, hoekY, stralen, GROEPEN), id).toEqual(vakken.get(id));
    }
  }
});

it("finds the place under the pointer, and none on the MGR or outside", () => {
  const { stralen, breedte } = deelIn(echt, GROEPEN);
  expect(vakOp(0, 0, stralen, GROEPEN)).toBeUndefined();
  expect(vakOp(breedte, 0, stralen, GROEPEN)).toBeUndefined();
  expect(vakOp(1, stralen[0]! + 5, stralen, GROEPEN)).toEqual({ groep: "aanbieders", ring: "DIRECT" });
  expect(vakOp(-1, -stralen[3]! - 5, stralen, GROEPEN)).toEqual({ groep: "mgr", ring: "ONZEKER" });
});
