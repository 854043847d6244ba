import { expect, test } from "vitest";
import { verdeel } from "./banen";
import { FILTERS, GEEN, maakFilter, type Filters } from "./filters";
import { dagenTekst, gemeentenTekst } from "./Kaart";
import { doelVan } from "./verplaatsmenu";
import { perKolom, type Kaart } from "./volgorde";

const GEMEENTE = { beesel: "Beesel", venlo: "Venlo", roermond: "Roermond" };
const gemeenten = (...ids: (keyof typeof GEMEENTE)[]) => ids.map((id) => ({ id, naam: GEMEENTE[id] }));
const noord = { id: "n", sleutel: "regio-noord" };
const mlo = { id: "o", sleutel: "subregio-mlo" };
const kaart = (id: string, meer: object = {}) =>
  ({
    id,
    nummer: Number(id),
    titel: `Taak ${id}`,
    kolom: { id: "doen" },
    plaats: id,
    gemeenten: [],
    regios: [],
    eigenaar: null,
    functie: null,
    ...meer,
  }) as unknown as Kaart;
const taken = [
  kaart("1", { functie: { id: "f2", naam: "Facturatie" }, gemeenten: gemeenten("beesel"), regios: [noord] }),
  kaart("2", {
    functie: { id: "f1", naam: "Inkoop" },
    gemeenten: gemeenten("beesel", "roermond"),
    regios: [noord, mlo],
    eigenaar: { id: "anna", naam: "Anna Peeters" },
    vervaldatum: "2026-01-01",
  }),
  kaart("3", { kolom: { id: "gereed" }, vervaldatum: "2026-01-01", eigenaar: { id: "ik", naam: "Ik" } }),
];
const filter = (keuze: Partial<Filters>) =>
  taken
    .filter(
      maakFilter({ ...Object.fromEntries(FILTERS.map((naam) => [naam, ""])), ...keuze } as Filters, {
        ik: "ik",
        gereed: new Set(["gereed"]),
        vandaag: "2026-02-01",
      }),
    )
    .map(({ id }) => id)
    .join("");

test("filters: elk apart, samen, en op wat er niet is", () => {
  expect(filter({})).toBe("123");
  expect(filter({ eigenaar: "anna" })).toBe("2");
  expect(filter({ eigenaar: GEEN })).toBe("1");
  expect(filter({ functie: GEEN })).toBe("3");
  expect(filter({ gemeente: "beesel" })).toBe("12");
  expect(filter({ mij: "1" })).toBe("3");
  expect(filter({ laat: "1" })).toBe("2");
  expect(filter({ zoek: "roermond peeters" })).toBe("2");
  expect(filter({ zoek: "#3" })).toBe("3");
  expect(filter({ gemeente: "beesel", functie: "f2" })).toBe("1");
});

const functies = [
  { id: "f1", naam: "Inkoop", nuInModule1: true },
  { id: "f2", naam: "Facturatie", nuInModule1: false },
];
const namen = (banen: Parameters<typeof verdeel>[2]) =>
  verdeel(perKolom(taken), ["doen", "gereed"], banen, functies).map(
    ({ naam, aantal }) => `${naam}:${aantal}`,
  );

test("banen: elke kaart in precies één baan, in de volgorde van het traject of de regio", () => {
  expect(namen("geen")).toEqual([":3"]);
  expect(namen("functie")).toEqual(["Inkoop:1", "Facturatie:1", "Zonder functie:1"]);
  expect(namen("gemeente")).toEqual(["Meer dan één gemeente:1", "Beesel:1", "Het geheel:1"]);
  expect(namen("regio")).toEqual(["Meer dan één regio:1", "Noord-Limburg:1", "Het geheel:1"]);
  expect(verdeel(new Map(), ["doen"], "functie", functies)).toHaveLength(1);
});

test("op de kaart staat het in gewone woorden", () => {
  expect(gemeentenTekst([])).toBe("Het geheel");
  expect(gemeentenTekst(gemeenten("beesel", "venlo"))).toBe("Beesel, Venlo");
  expect(gemeentenTekst(gemeenten("beesel", "venlo", "roermond"))).toBe("3 gemeenten");
  expect(dagenTekst(0)).toBe("sinds vandaag");
  expect(dagenTekst(1)).toBe("1 dag in deze kolom");
});

test("verplaatsen zonder muis: waarheen elke stap gaat, en wanneer er geen stap is", () => {
  const bord = perKolom(["1", "2", "3"].map((id) => kaart(id)));
  const volgorde = ["doen", "gereed"].map((id) => ({ id })) as unknown as Parameters<typeof doelVan>[3];
  const stap = (id: string, naar: "boven" | "onder" | "omhoog" | "omlaag" | "links" | "rechts") =>
    doelVan({ naar }, kaart(id), bord, volgorde);
  expect(stap("1", "omhoog")).toBeNull();
  expect(stap("2", "omhoog")).toEqual({ kolom: "doen", na: null });
  expect(stap("3", "omhoog")).toEqual({ kolom: "doen", na: "1" });
  expect(stap("1", "omlaag")).toEqual({ kolom: "doen", na: "2" });
  expect(stap("3", "omlaag")).toBeNull();
  expect(stap("1", "onder")).toEqual({ kolom: "doen", na: "3" });
  expect(stap("1", "links")).toBeNull();
  expect(stap("1", "rechts")).toEqual({ kolom: "gereed", na: null });
});
