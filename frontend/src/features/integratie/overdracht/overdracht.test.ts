import { expect, it } from "vitest";
import { fteInvoer, kloofTekst, optelTekst, perFunctie, telGereed, type Traject } from "./overdracht";

const cel = (functie: string, regio: string, rest: object = {}) => ({
  functie: { id: functie },
  regio: { sleutel: regio },
  onbekend: ["FTE"],
  magInvullen: false,
  opvraging: null,
  gemeenten: [{ id: "a" }, { id: "b" }],
  ...rest,
});
const traject = {
  functies: [
    { id: "inkoop", nuInModule1: true },
    { id: "toezicht", nuInModule1: false },
  ],
  overdracht: [
    cel("inkoop", "regio-noord", { onbekend: [] }),
    cel("inkoop", "regio-mlo"),
    cel("toezicht", "regio-noord"),
    cel("toezicht", "regio-mlo", { opvraging: { beantwoordOp: null }, magInvullen: true }),
  ],
  gereedheden: [
    { functie: { id: "inkoop" }, gemeente: { id: "a" }, stand: "GEREED" },
    { functie: { id: "inkoop" }, gemeente: { id: "b" }, stand: "ONBEKEND" },
    { functie: { id: "toezicht" }, gemeente: { id: "a" }, stand: "GEREED" },
  ],
} as unknown as Traject;

it("says what is known of a total and what is not", () => {
  expect(optelTekst({ som: null, bekend: 0, van: 3 })).toBe("onbekend");
  expect(optelTekst({ som: 0, bekend: 1, van: 3 })).toBe("0 fte (1 van 3 bekend)");
  expect(optelTekst({ som: 1234.5, bekend: 3, van: 3 })).toBe("1.234,5 fte");
});

it("says the gap in words, and writes fte as people type it", () => {
  expect([0.5, -1.25, 0].map(kloofTekst)).toEqual(["0,5 fte meer nodig", "1,25 fte over", "precies genoeg"]);
  expect([null, 0, 1000.5].map(fteInvoer)).toEqual(["", "0", "1000,5"]);
});

it("keeps the functions and cells that fit the filters", () => {
  const welke = (filters: object) =>
    perFunctie(traject, { toon: "", regio: "", ...filters }).map(
      ({ functie, cellen }) => `${functie.id} ${cellen.length}`,
    );
  expect(welke({})).toEqual(["inkoop 2", "toezicht 2"]);
  expect(welke({ toon: "onbekend" })).toEqual(["inkoop 1", "toezicht 2"]);
  expect(welke({ toon: "gevraagd" })).toEqual(["toezicht 1"]);
  expect(welke({ toon: "nieuw", regio: "noord" })).toEqual(["toezicht 1"]);
  expect(welke({ toon: "mijn" })).toEqual(["toezicht 1"]);
});

it("counts how far the gemeenten of a cell are", () => {
  expect(telGereed(traject, traject.overdracht[1]!)).toEqual({ gereed: 1, bekend: 1, van: 2 });
});
