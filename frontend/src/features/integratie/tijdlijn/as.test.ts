import { describe, expect, it } from "vitest";
import { balk, maakAs, schuif, strepen, x } from "./as";

describe("the time axis", () => {
  const as = maakAs(["2025-06-30", "2025-01-15", "2026-01-01"], "maand");
  it("holds whole months around what stands on it", () => {
    expect(as).toMatchObject({ van: "2025-01-01", tot: "2026-02-28", perDag: 6 });
    expect(as.breed).toBe((365 + 31 + 28) * 6);
  });
  it("turns days into places, the last day included", () => {
    expect(x(as, "2025-01-31")).toBe(180);
    expect(balk(as, "2025-02-01", "2025-02-28")).toEqual({ left: 186, width: 168 });
    expect(balk(as, "2026-01-01", "2026-01-01").width).toBe(6);
  });
  it("moves over the change of the clock and leap days", () => {
    expect(schuif("2025-03-29", 2)).toBe("2025-03-31");
    expect(schuif("2024-03-01", -1)).toBe("2024-02-29");
  });
  it("names months, quarters and weeks", () => {
    expect(
      strepen(as, "maand")
        .map(({ naam }) => naam)
        .slice(0, 3),
    ).toEqual(["jan 2025", "feb", "mrt"]);
    expect(strepen(as, "jaar").map(({ naam }) => naam)).toEqual(["K1 2025", "K2", "K3", "K4", "K1 2026"]);
    expect(strepen(as, "week")[0]!.dag).toBe("2025-01-06");
  });
});
