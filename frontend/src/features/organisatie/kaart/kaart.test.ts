import { expect, it } from "vitest";
import { metOnderweg, type Groep, type Stakeholder } from "./kaart";

const groep = (id: string) => ({ id }) as Groep;
const stakeholder = (id: string) =>
  ({
    id,
    plek: { groep: groep("landelijk"), ring: "ONZEKER", zeker: false, tredeNu: null, tredeGewenst: null },
  }) as Stakeholder;

it("shows each change that is under way on top of the one before, of that stakeholder alone", () => {
  const onderweg = [
    { sleutel: 1, veld: "zetCommunicatietrede", input: { id: "raden", nu: "WETEN" } },
    { sleutel: 2, veld: "verplaatsStakeholder", input: { id: "raden", groep: "gemeenten", ring: "DIRECT" } },
    { sleutel: 3, veld: "zetCommunicatietrede", input: { id: "raden", gewenst: "MEEWERKEN" } },
    { sleutel: 4, veld: "wijzigTaak", input: { id: "raden" } },
  ];
  const van = [stakeholder("raden"), stakeholder("vng")];
  const [raden, vng] = metOnderweg(van, [groep("landelijk"), groep("gemeenten")], onderweg);
  expect(raden!.plek).toEqual({
    groep: groep("gemeenten"),
    ring: "DIRECT",
    zeker: true,
    tredeNu: "WETEN",
    tredeGewenst: "MEEWERKEN",
  });
  expect(vng).toBe(van[1]);
});
