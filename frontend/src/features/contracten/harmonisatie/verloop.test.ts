import { expect, it } from "vitest";
import { vlakken } from "./verloop";

const punt = (op: string, gelijk: number, onbekend: number) => ({
  op,
  samen: {
    totaal: gelijk + onbekend,
    standen: [
      { stand: "GELIJK", aantal: gelijk },
      { stand: "ONBEKEND", aantal: onbekend },
    ],
  },
});
const dagen = (van: string, tot: string) => (Date.parse(tot) - Date.parse(van)) / 86_400_000;

it("stacks what is where, and steps on the days something changed", () => {
  const [gelijk] = vlakken([punt("2026-01-01", 1, 3), punt("2026-01-11", 2, 2)], 100, 40, dagen);
  expect(gelijk).toEqual({
    stand: "GELIJK",
    pad: "M0,40L100,40L100,40L100,40L100,20L100,20L100,30L0,30Z",
  });
  expect(vlakken([], 100, 40, dagen)).toEqual([]);
});
