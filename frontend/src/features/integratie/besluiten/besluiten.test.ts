import { describe, expect, it } from "vitest";
import type { BesluitstapSoort } from "~/graphql/gen/graphql";
import type { Besluit, Cel, Stap } from "./besluit";
import { invoerVan, waardenVan } from "./concept";
import { zichtbaar } from "./filters";
import { celTekst as inWoorden, statussen } from "./woorden";

const cel = (rest: object) =>
  ({
    id: "c",
    status: "OPEN",
    stand: "OPEN",
    datum: null,
    ontvangenOp: null,
    verlenging: null,
    document: null,
    notitie: "",
    magInvullen: false,
    gremium: { id: "raad" },
    hoedanigheid: "ZIENSWIJZE",
    gemeente: { id: "leudal", naam: "Leudal" },
    stap: { id: "z" },
    ...rest,
  }) as unknown as Cel;

describe("a cell in words", () => {
  it("says what was done, with its date", () => {
    const gedaan = cel({ stand: "GEDAAN", datum: "2025-06-12" });
    const celTekst = (een: Cel, soort: BesluitstapSoort) =>
      inWoorden(een, { soort, mijlpaal: { van: "2025-09-01" } }, "2025-06-12");
    expect(celTekst(cel({}), "TOESTEMMING")).toBe("vanaf 1 sep");
    expect(inWoorden(cel({}), { soort: "TOESTEMMING" }, "2025-06-12")).toBe("nog niet");
    expect(celTekst(gedaan, "ZIENSWIJZE")).toBe("gegeven 12 jun");
    expect(celTekst(gedaan, "TOESTEMMING")).toBe("verleend 12 jun");
    expect(celTekst(cel({ stand: "LOOPT", termijn: { einde: "2025-06-30" } }), "ZIENSWIJZE")).toBe(
      "loopt t/m 30 jun",
    );
    expect(celTekst(cel({ stand: "TE_LAAT", dagenTeLaat: 1 }), "ZIENSWIJZE")).toBe("te laat · 1 dag");
    expect(celTekst(cel({ stand: "GEWEIGERD", datum: "2025-10-07" }), "TOESTEMMING")).toBe("onthouden 7 okt");
  });
  it("offers only what fits the step", () => {
    const namen = (soort: Parameters<typeof statussen>[0]) => statussen(soort).map(({ id }) => id);
    expect(namen("ZIENSWIJZE")).toContain("GEEN_ZIENSWIJZE");
    expect(namen("ZIENSWIJZE")).not.toContain("GEWEIGERD");
    expect(namen("TOESTEMMING")).toContain("GEWEIGERD");
    expect(namen("INFORMATIE")).toEqual(["OPEN", "OP_AGENDA", "GEDAAN", "ONBEKEND"]);
  });
});

describe("what is sent", () => {
  const metTermijn = { termijn: { duur: { eenheid: "WEKEN" } } } as unknown as Stap;
  const zonder = { termijn: null } as unknown as Stap;
  const waarden = { ...waardenVan(cel({})), datum: "2025-06-12", ontvangenOp: "2025-04-07", verlenging: "2" };
  it("leaves out what does not belong to the status or the step", () => {
    expect(invoerVan(waarden, zonder)).toMatchObject({ datum: null, ontvangenOp: null, verlenging: null });
    expect(invoerVan({ ...waarden, status: "GEDAAN" }, metTermijn)).toMatchObject({
      datum: "2025-06-12",
      ontvangenOp: "2025-04-07",
      verlenging: { waarde: 2, eenheid: "WEKEN" },
    });
  });
  it("lets the hub say what is wrong with a number that is none", () => {
    expect(invoerVan({ ...waarden, verlenging: "twee" }, metTermijn).verlenging).toEqual({
      waarde: 0,
      eenheid: "WEKEN",
    });
  });
});

describe("filters", () => {
  const noord = { sleutel: "regio-noord" };
  const besluit = {
    gemeenten: [
      { id: "venlo", naam: "Venlo", regio: noord, subregio: null },
      {
        id: "leudal",
        naam: "Leudal",
        regio: { sleutel: "regio-midden" },
        subregio: { sleutel: "regio-mlw" },
      },
    ],
    stappen: [
      { id: "i", regionaal: { voldaan: true } },
      { id: "z", regionaal: { voldaan: false } },
      { id: "t", regionaal: { voldaan: false } },
    ],
    cellen: [
      cel({ gemeente: { id: "venlo" }, status: "GEDAAN", stand: "GEDAAN" }),
      cel({ gemeente: { id: "venlo" }, stap: { id: "t" } }),
      cel({ stand: "TE_LAAT", magInvullen: true }),
    ],
  } as unknown as Besluit;
  const namen = (toon: string, regio = "") => zichtbaar(besluit, { toon, regio }).map(({ naam }) => naam);
  it("shows who is waited for in the step that is not complete, who is late, and what is mine", () => {
    expect(namen("")).toEqual(["Venlo", "Leudal"]);
    expect(namen("open")).toEqual(["Leudal"]);
    expect(namen("laat")).toEqual(["Leudal"]);
    expect(namen("mijn")).toEqual(["Leudal"]);
    expect(namen("", "noord")).toEqual(["Venlo"]);
    expect(namen("laat", "noord")).toEqual([]);
  });
});
