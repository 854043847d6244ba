import { expect, test } from "vitest";
import { gelijk, houd, nieuweRij, rijenVan, schuif, wanneer, type Fase } from "./fasen";

const fase = (sleutel: string, nieuw: Partial<Fase> = {}): Fase => ({
  __typename: "Fase",
  sleutel,
  naam: sleutel.toUpperCase(),
  stand: "NU",
  gehaaldOp: null,
  verwacht: "2026-03-31",
  poort: { __typename: "Mijlpaal", id: `m-${sleutel}`, naam: "Besluit", tot: "2026-03-31" },
  wachtOp: [],
  ...nieuw,
});
const rijen = rijenVan([fase("a"), fase("b", { poort: null }), fase("c")]);
const volgorde = (lijst: typeof rijen) => lijst.map(({ sleutel }) => sleutel).join("");

test("een fase schuift één plaats en niet van de lijst af", () => {
  expect(volgorde(schuif(rijen, 1, -1))).toBe("bac");
  expect(volgorde(schuif(rijen, 1, 1))).toBe("acb");
  expect(volgorde(schuif(rijen, 0, -1))).toBe("abc");
  expect(volgorde(schuif(rijen, 2, 1))).toBe("abc");
});

test("lijsten zijn gelijk als zij hetzelfde zeggen", () => {
  expect(gelijk(rijen, rijenVan([fase("a"), fase("b", { poort: null }), fase("c")]))).toBe(true);
  expect(gelijk(rijen, [...rijen, nieuweRij()])).toBe(false);
  expect(gelijk(rijen, schuif(rijen, 0, 1))).toBe(false);
});

test("wat ik houd terwijl een ander het weghaalde, is voor de hub nieuw", () => {
  expect(houd(rijen, rijenVan([fase("a"), fase("c")])).map(({ sleutel }) => sleutel)).toEqual([
    "a",
    null,
    "c",
  ]);
});

test.each([
  [fase("a"), "gepland op 31 maart 2026"],
  [fase("a", { verwacht: "2026-04-02" }), "gepland op 31 maart 2026, verwacht op 2 april 2026"],
  [fase("a", { gehaaldOp: "2026-03-30" }), "gehaald op 30 maart 2026"],
  [fase("a", { poort: null }), ""],
])("wanneer de poort er is: %#", (een, tekst) => expect(wanneer(een)).toBe(tekst));
