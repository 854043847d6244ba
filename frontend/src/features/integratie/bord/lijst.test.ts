import { expect, test } from "vitest";
import { leesVolgorde, OPEN, opVolgorde, pastBijSoort, schrijfVolgorde, type Regel } from "./lijst";

const regel = (nummer: number, vervaldatum: string | null, eigenaar?: string): Regel =>
  ({
    taak: {
      nummer,
      titel: `Taak ${nummer}`,
      vervaldatum,
      eigenaar: eigenaar ? { naam: eigenaar } : null,
      gemeenten: [],
    },
    kolom: { id: "k", naam: "Bezig", soort: "BEZIG" },
    rang: 1,
    traject: { sleutel: "t", naam: "Traject" },
  }) as unknown as Regel;
const nummers = (regels: Regel[]) => regels.map(({ taak }) => taak.nummer);

test("what has no value stands at the end, whichever way; equals by number", () => {
  const alle = [regel(3, null), regel(2, "2026-02-01"), regel(4, "2026-01-01"), regel(1, "2026-02-01")];
  expect(nummers(opVolgorde(alle, { op: "vervaldatum", af: false }))).toEqual([4, 1, 2, 3]);
  expect(nummers(opVolgorde(alle, { op: "vervaldatum", af: true }))).toEqual([1, 2, 4, 3]);
});

test("names stand as Dutch readers look for them", () => {
  const alle = [regel(1, null, "Ömer"), regel(2, null, "anna"), regel(3, null, "Zoë"), regel(4, null)];
  expect(nummers(opVolgorde(alle, { op: "eigenaar", af: false }))).toEqual([2, 1, 3, 4]);
});

test("an order in an address that nobody knows is the usual one", () => {
  expect(leesVolgorde("-titel")).toEqual({ op: "titel", af: true });
  expect(schrijfVolgorde(leesVolgorde("-titel"))).toBe("-titel");
  for (const tekst of ["", "constructor", "-x"]) expect(leesVolgorde(tekst).op).toBe("vervaldatum");
});

test("what is not done yet is everything but what is done", () => {
  const kolom = (soort: string) => ({ id: "k", naam: "K", soort }) as Regel["kolom"];
  expect(["TE_DOEN", "WACHT", "GEREED"].map((soort) => pastBijSoort(OPEN, kolom(soort)))).toEqual([
    true,
    true,
    false,
  ]);
  expect(pastBijSoort("", kolom("GEREED")) && pastBijSoort("GEREED", kolom("GEREED"))).toBe(true);
});
