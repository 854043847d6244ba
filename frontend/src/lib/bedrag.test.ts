import { expect, it } from "vitest";
import { bedragInvoer, bedragTekst, optelTekst } from "./bedrag";

it("writes whole euros in Dutch", () => {
  expect([12500, -300, 0, 1234567].map(bedragTekst)).toEqual(["€ 12.500", "-€ 300", "€ 0", "€ 1.234.567"]);
  expect([null, 0, 12500, -300].map(bedragInvoer)).toEqual(["", "0", "12.500", "-300"]);
});

it("never takes unknown for zero in a total", () => {
  expect(optelTekst({ som: null, bekend: 0, van: 14 })).toBe("onbekend");
  expect(optelTekst({ som: 0, bekend: 1, van: 14 })).toBe("€ 0 (1 van 14 bekend)");
  expect(optelTekst({ som: 5000, bekend: 2, van: 2 })).toBe("€ 5.000");
});
