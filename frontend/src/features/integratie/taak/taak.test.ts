import { expect, test } from "vitest";
import { botsingen, getoond, houdMijn, LEEG, LEEG_CONCEPT, neemOver, teSturen, vulIn } from "./velden";
import { herhalingTekst } from "./herhaling";
import { inDelen, naarInvoer, naarOpslag, zoekVermelding } from "~/lib/vermelding";

const nu = { ...LEEG, titel: "Oud", gemeenten: ["a", "b"] };
const vanAnder = { ...nu, titel: "Van een ander" };

test("mijn tekst blijft als een ander hetzelfde veld wijzigt; ik kies", () => {
  const concept = vulIn(LEEG_CONCEPT, "titel", "Van mij", nu);
  expect(botsingen(concept, nu)).toEqual([]);
  expect(getoond(concept, vanAnder).titel).toBe("Van mij");
  expect(botsingen(concept, vanAnder)).toEqual(["titel"]);
  expect(botsingen(houdMijn(concept, "titel", vanAnder), vanAnder)).toEqual([]);
  expect(teSturen(houdMijn(concept, "titel", vanAnder), vanAnder)).toEqual({ titel: "Van mij" });
  const overgenomen = neemOver(concept, "titel");
  expect(getoond(overgenomen, vanAnder).titel).toBe("Van een ander");
  expect(teSturen(overgenomen, vanAnder)).toEqual({});
});

test("een veld dat ik niet aanraak volgt de ander; dezelfde waarde botst niet", () => {
  const concept = vulIn(LEEG_CONCEPT, "omschrijving", "Uitleg", nu);
  expect(getoond(concept, vanAnder).titel).toBe("Van een ander");
  expect(botsingen(concept, vanAnder)).toEqual([]);
  expect(botsingen(vulIn(LEEG_CONCEPT, "titel", "Van een ander", nu), vanAnder)).toEqual([]);
  expect(
    botsingen(vulIn(LEEG_CONCEPT, "gemeenten", ["b", "a"], nu), { ...nu, gemeenten: ["b", "a"] }),
  ).toEqual([]);
});

test("wat ik terugtyp hoeft niet verstuurd", () => {
  const heen = vulIn(LEEG_CONCEPT, "gemeenten", ["a"], nu);
  expect(teSturen(heen, nu)).toEqual({ gemeenten: ["a"] });
  expect(teSturen(vulIn(heen, "gemeenten", ["b", "a"], nu), nu)).toEqual({});
});

test("een herhaling is dezelfde als zij hetzelfde zegt", () => {
  const elkeMaand = { ...nu, herhaling: { elke: 1, eenheid: "MAAND" as const } };
  const heen = vulIn(LEEG_CONCEPT, "herhaling", { elke: 2, eenheid: "WEEK" }, elkeMaand);
  expect(teSturen(heen, elkeMaand)).toEqual({ herhaling: { elke: 2, eenheid: "WEEK" } });
  expect(teSturen(vulIn(heen, "herhaling", { elke: 1, eenheid: "MAAND" }, elkeMaand), elkeMaand)).toEqual({});
  expect(botsingen(heen, nu)).toEqual(["herhaling"]);
});

test.each([
  [1, "WEEK", "elke week"],
  [2, "WEEK", "elke 2 weken"],
  [1, "KWARTAAL", "elk kwartaal"],
  [3, "JAAR", "elke 3 jaar"],
] as const)("herhaling %i %s: %s", (elke, eenheid, tekst) => {
  expect(herhalingTekst({ elke, eenheid })).toBe(tekst);
});

const anna = { id: "p1", naam: "Anna" };
const vries = { id: "p2", naam: "Anna de Vries" };
const OPGESLAGEN = "Dag @[Anna de Vries](p2), en @[Anna](p1)!";

test("vermeldingen: van opslag naar scherm en invoer, en terug", () => {
  expect(inDelen(OPGESLAGEN)).toEqual([
    { tekst: "Dag " },
    { persoon: vries },
    { tekst: ", en " },
    { persoon: anna },
    { tekst: "!" },
  ]);
  const { tekst, vermelde } = naarInvoer(OPGESLAGEN);
  expect(tekst).toBe("Dag @Anna de Vries, en @Anna!");
  expect(naarOpslag(tekst, vermelde)).toBe(OPGESLAGEN);
  expect(naarOpslag("@Annabel, a@Anna.nl en @Anna.", [anna])).toBe("@Annabel, a@Anna.nl en @[Anna](p1).");
  expect(naarOpslag("@Iemand", [])).toBe("@Iemand");
  expect(inDelen("zonder @[naam] en (haakjes)")).toEqual([{ tekst: "zonder @[naam] en (haakjes)" }]);
});

test("na een @ wordt iemand gezocht, ook met een spatie in de naam", () => {
  expect(zoekVermelding("Dag @an", 7)).toEqual({ begin: 4, zoek: "an" });
  expect(zoekVermelding("@", 1)).toEqual({ begin: 0, zoek: "" });
  expect(zoekVermelding("@Anna de", 8)).toEqual({ begin: 0, zoek: "Anna de" });
  expect(zoekVermelding("mail@adres", 10)).toBeUndefined();
  expect(zoekVermelding("@Anna komt morgen langs", 23)).toBeUndefined();
});
