import { expect, it } from "vitest";
import type { Regel } from "./afspraak";
import { regioTekst, waarTekst } from "./afspraak";
import { zichtbaar } from "./register/filters";

const gemeente = (naam: string) => ({ id: naam, naam });
const regel = (naam: string, meer: Partial<Regel> = {}): Regel => ({
  id: naam,
  naam,
  omschrijving: "",
  soort: "werkafspraak",
  fase: "VASTGESTELD",
  partijen: ["TOEGANG"],
  versie: 1,
  teHerzien: false,
  verlopen: false,
  domeinen: [],
  gemeenten: [],
  regionaal: { status: "ONBEKEND", nodig: 0, gereed: 0, ontbreekt: [] },
  ...meer,
});
const GEEN = { zoek: "", fase: "", partij: "", domein: "", gemeente: "", toon: "" };

it("one missing gemeente is called by its name", () => {
  const basis = { status: "BEZIG" as const, nodig: 14, gereed: 13 };
  expect(regioTekst({ ...basis, ontbreekt: [gemeente("Beesel")] })).toBe("13 van 14, nog niet: Beesel");
  expect(regioTekst({ ...basis, gereed: 11, ontbreekt: ["a", "b", "c"].map(gemeente) })).toBe("11 van 14");
  expect(regioTekst({ ...basis, nodig: 0, gereed: 0, ontbreekt: [] })).toBe("n.v.t.");
});

it("where it holds is said as short as it can be", () => {
  const schaal = { id: "r", naam: "Noord-Limburg" };
  expect(waarTekst({ schaal, gemeenten: [] })).toBe("Noord-Limburg");
  expect(waarTekst({ gemeenten: ["Venlo", "Weert"].map(gemeente) })).toBe("Venlo, Weert");
  expect(waarTekst({ gemeenten: ["a", "b", "c", "d"].map(gemeente) })).toBe("4 gemeenten");
  expect(waarTekst({ gemeenten: [] })).toBe("nog niet gekozen");
});

it("what is over shows only when one asks for it", () => {
  const alle = [regel("loopt"), regel("weg", { fase: "VERVALLEN" }), regel("oud", { verlopen: true })];
  expect(zichtbaar(alle, GEEN, "ik").map(({ id }) => id)).toEqual(["loopt", "oud"]);
  expect(zichtbaar(alle, { ...GEEN, fase: "VERVALLEN" }, "ik").map(({ id }) => id)).toEqual(["weg"]);
  expect(zichtbaar(alle, { ...GEEN, toon: "herzien" }, "ik").map(({ id }) => id)).toEqual(["oud"]);
});
