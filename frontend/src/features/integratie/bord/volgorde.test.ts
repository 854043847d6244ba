import { expect, test } from "vitest";
import type { Onderweg } from "~/realtime/onderweg";
import { ligtAl, metOnderweg, onderWelke, perKolom, plaats, type Kaart, type Kolommen } from "./volgorde";

const kaart = (id: string, kolom: string, plaats: string, meer: Partial<Kaart> = {}) =>
  ({ id, titel: id, kolom: { id: kolom }, plaats, gemeenten: [], regios: [], ...meer }) as unknown as Kaart;
const bord = perKolom([
  kaart("c", "doen", "a3"),
  kaart("a", "doen", "a1"),
  kaart("b", "doen", "a2"),
  kaart("weg", "doen", "a0", { gearchiveerdOp: "2026-01-01T00:00:00Z" }),
  kaart("x", "bezig", "a1"),
]);
const ids = (kolommen: Kolommen, kolom: string) => (kolommen.get(kolom) ?? []).map(({ id }) => id).join("");
const wijziging = (veld: string, input: object): Onderweg => ({
  sleutel: 1,
  veld,
  input: input as Record<string, unknown>,
});

test("per kolom van boven naar beneden, zonder het archief", () => {
  expect(ids(bord, "doen")).toBe("abc");
  expect(perKolom([kaart("b", "k", "a"), kaart("a", "k", "a")]).get("k")![0]!.id).toBe("a");
  // As bytes, not as a language sorts: the hub compares the same way.
  expect(perKolom([kaart("b", "k", "a0"), kaart("a", "k", "Zz")]).get("k")![0]!.id).toBe("a");
});

test("plaatsen: bovenaan, onder een ander, in een lege kolom, en onder een kaart die er niet meer is", () => {
  expect(ids(plaats(bord, "c", "doen", null), "doen")).toBe("cab");
  expect(ids(plaats(bord, "a", "doen", "b"), "doen")).toBe("bac");
  const naarBezig = plaats(bord, "b", "bezig", "x");
  expect([ids(naarBezig, "doen"), ids(naarBezig, "bezig")]).toEqual(["ac", "xb"]);
  expect(naarBezig.get("bezig")![1]!.kolom.id).toBe("bezig");
  expect(ids(plaats(bord, "b", "gereed", null), "gereed")).toBe("b");
  expect(ids(plaats(bord, "b", "bezig", "verdwenen"), "bezig")).toBe("xb");
  expect(plaats(bord, "onbekend", "bezig", null)).toBe(bord);
});

test("wat onderweg is ligt er bovenop, in volgorde; kaarten die blijven zijn dezelfde", () => {
  const nu = metOnderweg(bord, [
    wijziging("verplaatsTaak", { id: "a", naarKolom: "bezig" }),
    wijziging("verplaatsTaak", { id: "a", naarKolom: "bezig", na: "x" }),
    wijziging("archiveerTaak", { id: "b" }),
    wijziging("wijzigTaak", { id: "c", titel: "anders" }),
  ]);
  expect([ids(nu, "doen"), ids(nu, "bezig")]).toEqual(["c", "xa"]);
  expect(nu.get("doen")![0]).toBe(bord.get("doen")![2]);
  expect(metOnderweg(bord, [])).toBe(bord);
});

test("neerleggen: boven of onder een kaart, onderaan wat je ziet, onderaan een lege cel", () => {
  const doen = bord.get("doen")!;
  const bij = (id: string, rand: "boven" | "onder") => ({
    kolom: "doen",
    bij: { id, rand },
    zichtbaar: doen,
  });
  expect(onderWelke(bord, "x", bij("b", "onder"))).toBe("b");
  expect(onderWelke(bord, "x", bij("b", "boven"))).toBe("a");
  expect(onderWelke(bord, "x", bij("a", "boven"))).toBeNull();
  // The card itself does not count: above c, coming from b, is under a.
  expect(onderWelke(bord, "b", bij("c", "boven"))).toBe("a");
  expect(onderWelke(bord, "x", { kolom: "doen", zichtbaar: doen.slice(0, 1) })).toBe("a");
  expect(onderWelke(bord, "x", { kolom: "doen", zichtbaar: [] })).toBe("c");
  expect(onderWelke(bord, "x", { kolom: "gereed", zichtbaar: [] })).toBeNull();
});

test("een kaart die er al ligt hoeft niet verplaatst", () => {
  expect(ligtAl(bord, "b", "doen", "a")).toBe(true);
  expect(ligtAl(bord, "a", "doen", null)).toBe(true);
  expect(ligtAl(bord, "a", "doen", "b")).toBe(false);
  expect(ligtAl(bord, "a", "bezig", null)).toBe(false);
});
