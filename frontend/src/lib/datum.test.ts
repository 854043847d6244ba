import { describe, expect, it } from "vitest";
import { dagenTussen, datumTekst, dagVan, momentTekst, vervaltTekst } from "./datum";

describe("dates in words", () => {
  it("is as precise as the source", () => {
    expect(datumTekst("2014")).toBe("2014");
    expect(datumTekst("2025-09")).toBe("september 2025");
    expect(datumTekst("2026-01-01")).toBe("1 januari 2026");
  });
  it("counts whole days, also over the change of the clock", () => {
    expect(dagenTussen("2026-03-28", "2026-03-30")).toBe(2);
    expect(dagenTussen("2026-10-26", "2026-10-24")).toBe(-2);
  });
  it("says when something is due", () => {
    const op = (datum: string) => vervaltTekst(datum, "2026-11-22");
    expect(op("2026-11-19")).toBe("3 dagen te laat");
    expect(op("2026-11-21")).toBe("1 dag te laat");
    expect(op("2026-11-22")).toBe("vandaag");
    expect(op("2026-11-23")).toBe("morgen");
    expect(op("2026-12-15")).toBe("15 december");
    expect(op("2027-01-15")).toBe("15 januari 2027");
  });
  it("says when something happened", () => {
    const nu = new Date(2026, 10, 22, 12, 0);
    const om = (...delen: [number, number, number, number, number]) =>
      momentTekst(new Date(...delen).toISOString(), nu);
    expect(om(2026, 10, 22, 10, 41)).toBe("vandaag om 10:41");
    expect(om(2026, 10, 21, 9, 5)).toBe("gisteren om 09:05");
    expect(om(2026, 10, 16, 9, 0)).toBe("maandag om 09:00");
    expect(om(2025, 10, 12, 16, 30)).toBe("12 november 2025 om 16:30");
    expect(dagVan(nu)).toBe("2026-11-22");
  });
});
