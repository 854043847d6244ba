import { expect, it } from "vitest";
import { alsTsv, inBlok, leesTsv, leg, venster } from "./blok";

it("reads what a sheet puts on the clipboard, and writes it the same", () => {
  for (const [tekst, rijen] of [
    [
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ['"twee\nregels"\tmet "aanhaling"', [["twee\nregels", 'met "aanhaling"']]],
    ['"een ""woord"""\t', [['een "woord"', ""]]],
    ["", [[""]]],
    ["a\n\nb", [["a"], [""], ["b"]]],
  ] as const) {
    expect(leesTsv(tekst)).toEqual(rijen);
    expect(leesTsv(alsTsv(rijen.map((rij) => [...rij])))).toEqual(rijen);
  }
});

it("one value fills the selection, a range begins at its corner", () => {
  const blok = { van: [3, 2], tot: [2, 1] } as { van: [number, number]; tot: [number, number] };
  expect(leg(blok, [["x"]]).map(({ plek }) => plek)).toEqual([
    [2, 1],
    [2, 2],
    [3, 1],
    [3, 2],
  ]);
  expect(leg(blok, [["x", "y"], ["z"]])).toEqual([
    { plek: [2, 1], tekst: "x" },
    { plek: [2, 2], tekst: "y" },
    { plek: [3, 1], tekst: "z" },
  ]);
  expect([inBlok(blok, [2, 2]), inBlok(blok, [4, 2])]).toEqual([true, false]);
});

it("only the rows in sight are drawn", () => {
  expect(venster(0, 400, 40, 500)).toEqual([0, 18]);
  expect(venster(4000, 400, 40, 500)).toEqual([92, 118]);
  expect(venster(19_800, 400, 40, 500)).toEqual([487, 500]);
});
