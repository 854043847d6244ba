import { expect, it } from "vitest";
import { controleTekst, standTekst, zichtbaar, type Regel, type Tabel, type Traject } from "./budget";
import { alsCsv } from "./csv";

const regel = (gemeente: string, functie: string, rest: object = {}) =>
  ({
    jaar: 2026,
    gemeente: { id: gemeente },
    functie: { id: functie },
    budgetstand: "ONBEKEND",
    oorzaken: [],
    effecten: [],
    magInvullen: false,
    zeker: false,
    ...rest,
  }) as unknown as Regel;
const traject = {
  functies: [{ id: "f", naam: "Facturatie" }],
  budget: {
    jaar: 2026,
    regels: [
      regel("weert", "f", {
        kader: 100,
        prognose: 120,
        ruimte: -20,
        budgetstand: "OVERSCHREDEN",
        oorzaken: ["De verwachting is € 20 hoger."],
        bron: '=HYPERLINK("x")',
      }),
      regel("venlo", "f", { magInvullen: true }),
    ],
    perGemeente: [
      {
        gemeente: {
          id: "weert",
          naam: "Weert",
          regio: { sleutel: "regio-midden" },
          subregio: { sleutel: "regio-mlw" },
        },
      },
      { gemeente: { id: "venlo", naam: "Venlo", regio: { sleutel: "regio-noord" }, subregio: null } },
    ],
  },
} as unknown as Traject;

it("says how a line stands", () => {
  expect(traject.budget.regels.map(standTekst)).toEqual(["€ 20 over het kader", "onbekend"]);
});

it("keeps the gemeenten that fit the filters", () => {
  const welke = (filters: object) =>
    zichtbaar(traject.budget, { toon: "", regio: "", ...filters }).map(({ gemeente }) => gemeente?.id);
  expect(welke({})).toEqual(["weert", "venlo"]);
  expect(welke({ toon: "over" })).toEqual(["weert"]);
  expect(welke({ toon: "mijn" })).toEqual(["venlo"]);
  expect(welke({ regio: "mlw" })).toEqual(["weert"]);
});

it("exports lines as a sheet, unknown empty and no formulas", () => {
  const regels = alsCsv(traject).split("\r\n");
  expect(regels[1]).toContain('2026;"Weert";"Facturatie";100;;;;120;;-20;"overschreden"');
  expect(regels[1]).toContain(`"'=HYPERLINK(""x"")"`);
  expect(regels[2]).toBe('2026;"Venlo";"Facturatie";;;;;;;;"onbekend";"";;"niet zeker"');
});

it("says which totals do not add up", () => {
  const een = (oordeel: string) => ({ regel: "Totaal", kolom: "2023", berekend: 100, inBron: 120, oordeel });
  const goed = controleTekst({ controles: [een("KLOPT"), een("AFRONDING")] } as unknown as Tabel);
  expect(goed.tekst).toBe("Nagerekend: 1 van 2 totalen kloppen precies, 1 schelen één euro door afronding.");
  const mis = controleTekst({ controles: [een("AFWIJKING")] } as unknown as Tabel);
  expect(mis.klopt).toBe(false);
  expect(mis.afwijkingen[0]).toContain("de delen zijn samen € 100, in het rapport staat € 120");
});
