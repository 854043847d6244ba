import { describe, expect, it } from "vitest";
import { alsCsv, isLeeg, rijenVan, type Bijdrage, type Maat, type Telling } from "./bijdrage";
import { askop, lijnen } from "./verloop";

const telling = (gehaald: number, totaal: number, rest: Partial<Telling> = {}): Telling => ({
  gehaald,
  totaal,
  procent: totaal === 0 ? null : (100 * gehaald) / totaal,
  teLaat: 0,
  niet: totaal - gehaald,
  onbekend: 0,
  inwonersdeel: null,
  ...rest,
});
const noord = { id: "n", sleutel: "regio-noord", naam: "Noord-Limburg" };
const midden = { id: "m", sleutel: "regio-midden", naam: "Midden-Limburg" };
const kwartaal = (van: string, naam: string, n: Telling, m: Telling): Maat["verloop"][number] => ({
  naam,
  van,
  regios: [
    { regio: noord, telling: n },
    { regio: midden, telling: m },
  ],
});
const verloop = [
  kwartaal("2025-11-15", "4e kwartaal 2025", telling(1, 2), telling(0, 2)),
  kwartaal("2026-01-01", "1e kwartaal 2026", telling(0, 0), telling(1, 2)),
  kwartaal("2026-04-01", "2e kwartaal 2026", telling(2, 2), telling(2, 2)),
];
const maat: Maat = {
  soort: "TAKEN",
  uitleg: "Zo is geteld.",
  regios: verloop[0]!.regios,
  alle: telling(1, 3),
  spreiding: null,
  verloop,
};
const bijdrage: Bijdrage = {
  van: "2025-11-15",
  tot: "2026-06-30",
  maten: [maat],
  gemeente: {
    gemeente: { id: "g", naam: "=Venlo" },
    maten: [{ soort: "TAKEN", telling: telling(0, 0) }],
  },
};

describe("the line of a region", () => {
  it("stands in the middle of each quarter, and a quarter with nothing to count is a gap", () => {
    const [eerste, tweede] = lijnen(verloop, 300, 100);
    expect(eerste!.punten).toEqual([
      { x: 50, y: 50 },
      { x: 250, y: 0 },
    ]);
    expect(eerste!.pad.match(/M/g)).toHaveLength(2);
    expect(tweede!.pad).toBe("M50,100L150,50L250,0");
    expect(lijnen([], 300, 100)).toEqual([]);
  });

  it("names the year where it begins", () => {
    expect(verloop.map(askop)).toEqual([
      { kwartaal: "K4", jaar: "2025" },
      { kwartaal: "K1", jaar: "2026" },
      { kwartaal: "K2", jaar: undefined },
    ]);
  });
});

describe("the figures", () => {
  it("put the chosen gemeente before the regions, and all together last", () => {
    expect(rijenVan(maat, bijdrage).map(({ naam }) => naam)).toEqual([
      "=Venlo",
      "Noord-Limburg",
      "Midden-Limburg",
      "Alle gemeenten",
    ]);
    expect(rijenVan(maat, {}).map(({ naam }) => naam)).not.toContain("=Venlo");
    expect(isLeeg({ ...maat, alle: telling(0, 0) })).toBe(true);
    expect(isLeeg({ ...maat, alle: telling(0, 0, { onbekend: 1 }) })).toBe(false);
  });

  it("go into a sheet without a share of nothing, and never as a formula", () => {
    const regels = alsCsv(bijdrage).split("\r\n");
    expect(regels[1]).toBe('"Taken op tijd";"2025-11-15 tot en met 2026-06-30";"\'=Venlo";0;0;;0;0;;');
    expect(regels[4]).toBe(
      '"Taken op tijd";"2025-11-15 tot en met 2026-06-30";"Alle gemeenten";1;3;"33,3";0;2;;',
    );
    expect(regels[5]).toBe('"Taken op tijd";"4e kwartaal 2025";"Noord-Limburg";1;2;"50";0;1;;');
    expect(regels).toHaveLength(1 + 4 + 6 + 1);
  });
});
