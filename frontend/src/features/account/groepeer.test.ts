import { expect, it } from "vitest";
import { groepeer } from "./groepeer";

const persoon = (hubrol: string, gemeente: string | null = null, streek: string | null = null) => ({
  id: `${hubrol}-${gemeente}`,
  naam: hubrol,
  hubrol,
  gemeente,
  streek,
});

it("puts the MGR first and the gemeenten by region", () => {
  const { mgr, streken } = groepeer([
    persoon("ACCOUNTHOUDER", "Weert", "MLW"),
    persoon("BEHEERDER"),
    persoon("ACCOUNTHOUDER", "Venlo", "NL"),
    persoon("KWARTIERMAKER"),
    persoon("ACCOUNTHOUDER", "Beesel", "NL"),
    persoon("ACCOUNTHOUDER", "Elders", null),
    persoon("ACCOUNTHOUDER", "Roermond", "MLO"),
  ]);
  expect(mgr.map(({ hubrol }) => hubrol)).toEqual(["KWARTIERMAKER", "BEHEERDER"]);
  expect(streken.map(({ streek, personen }) => [streek, personen.map(({ gemeente }) => gemeente)])).toEqual([
    ["NL", ["Beesel", "Venlo"]],
    ["MLO", ["Roermond"]],
    ["MLW", ["Weert"]],
    ["", ["Elders"]],
  ]);
});
