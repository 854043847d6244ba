import { beforeEach, expect, it } from "vitest";
import { passendePaginas } from "./paginas";
import { leesRecent, onthoud } from "./recent";
import { perSoort, resultaatAdres } from "./soorten";
import type { Resultaat } from "./zoekVraag";

const gevonden = (soort: string, __typename: string, id: string, meer: object = {}) =>
  ({
    soort,
    titel: [{ tekst: id, raak: false }],
    object: { __typename, id, ...meer },
  }) as unknown as Resultaat;

beforeEach(() => localStorage.clear());

it("keeps results of one kind together, the kind of the best one first", () => {
  const groepen = perSoort([
    gevonden("PERSOON", "Persoon", "a"),
    gevonden("TAAK", "Taak", "b"),
    gevonden("PERSOON", "Persoon", "c"),
  ]);
  expect(groepen.map(([soort, een]) => [soort, een.length])).toEqual([
    ["PERSOON", 2],
    ["TAAK", 1],
  ]);
});

it("leads to the page on which one sees what was found", () => {
  expect(resultaatAdres(gevonden("ARTIKEL", "Afspraak", "x"))).toBe("/afspraken/afspraak/x/tekst");
  expect(resultaatAdres(gevonden("AFSPRAAK", "Afspraak", "x"))).toBe("/afspraken/afspraak/x");
  expect(resultaatAdres(gevonden("OPBRENGST", "Sessie", "s"))).toBe("/sessies/s/verslag");
  const signaal = gevonden("SIGNAAL", "Signaal", "s", { afspraak: { id: "x" } });
  expect(resultaatAdres(signaal)).toBe("/afspraken/afspraak/x/signalen");
});

it("remembers where someone went last, each once, newest first, for that person alone", () => {
  for (let i = 0; i < 12; i++) onthoud("anna", { soort: "TAAK", titel: `Taak ${i}`, adres: `/${i}` });
  onthoud("anna", { soort: "TAAK", titel: "Taak 7", adres: "/7" });
  expect(leesRecent("anna").map(({ adres }) => adres)).toEqual([
    "/7",
    "/11",
    "/10",
    "/9",
    "/8",
    "/6",
    "/5",
    "/4",
  ]);
  expect(leesRecent("bram")).toEqual([]);
  localStorage.setItem("samenspel.gezocht.anna", "{");
  expect(leesRecent("anna")).toEqual([]);
});

it("finds pages by what people call them", () => {
  expect(passendePaginas("kanban").map(({ adres }) => adres)).toEqual(["/integratie/takenbord"]);
});
