import { describe, expect, it } from "vitest";
import type { Sessie } from "./sessies";
import { csvVan, jsonVan } from "./uitvoer";

const sessie = {
  naam: "Proef",
  code: "ABC234",
  deelnemers: [{ schuilnaam: "Sam" }],
  fasen: [
    {
      id: "f",
      naam: "Verzamelen",
      kolommen: [{ id: "k", naam: "Behouden" }],
      keuzes: [{ id: "a", naam: "Waarnemen" }],
      uitslag: { groepen: [{ groep: "MGR", regels: [{ keuze: "a", punten: 3, procent: 100 }] }] },
    },
  ],
  groepen: [{ id: "g", naam: "Contact" }],
  notities: [
    { fase: "f", kolom: "k", groep: "g", tekst: '=1+1 "kort"', stand: "ZICHTBAAR" },
    { fase: "f", kolom: "k", tekst: "Weggelaten", stand: "VERBORGEN" },
  ],
  opbrengsten: [{ soort: "TAAK", titel: "Bellen", groep: "g", eigenaar: "Anna", datum: "2027-01-15" }],
} as unknown as Sessie;

describe("the report as a file", () => {
  it("has a line for each note that is on the board, each part of a result and all that came out", () => {
    expect(csvVan(sessie).split("\r\n").slice(1, -1)).toEqual([
      `"Notitie";"Verzamelen";"Behouden";"Contact";"'=1+1 ""kort""";""`,
      `"Uitslag";"Verzamelen";"MGR";"Waarnemen";"3";"100%"`,
      `"Taak";"";"";"Contact";"Bellen";"Anna, 2027-01-15"`,
    ]);
  });

  it("tells a program nothing of who took part, nor the code", () => {
    const tekst = jsonVan(sessie);
    expect(tekst).toContain("Contact");
    expect(tekst).not.toMatch(/Sam|ABC234|Weggelaten/);
  });
});
