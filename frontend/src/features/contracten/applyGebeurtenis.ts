import type { Cache } from "@urql/exchange-graphcache";
import type { ContractenBericht } from "~/graphql/gen/graphql";

/** What counts attributes together follows from each of them. */
const GRAAD = ["harmonisatiegraad", "harmonisatieverloop", "nogOpTeHalen"];

function leesOpnieuw(cache: Cache, velden: string[]) {
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (velden.includes(fieldName)) cache.invalidate("Query", fieldName, args);
  }
}

/** Fields of an object that follow from what changed, with whatever was asked for. */
function vergeet(cache: Cache, sleutel: string, velden: string[]) {
  for (const { fieldName, arguments: args } of cache.inspectFields(sleutel)) {
    if (velden.includes(fieldName) && (args || fieldName === "geschiedenis"))
      cache.invalidate(sleutel, fieldName, args);
  }
}

/** Its own fields were written already: it comes into the lists, and what follows from it elsewhere is read anew. */
function neemOp(cache: Cache, soort: "Contract" | "Attribuut", id: string, lijst: string) {
  const sleutel = cache.keyOfEntity({ __typename: soort, id });
  if (!sleutel) return;
  vergeet(cache, sleutel, ["geschiedenis", "verschil"]);
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (fieldName !== lijst) continue;
    const alle = cache.resolve("Query", fieldName, args) as string[] | null;
    if (!alle?.includes(sleutel)) cache.invalidate("Query", fieldName, args);
  }
}

/** From which day an attribute may change follows from the contracts. */
function vergeetMomenten(cache: Cache) {
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (fieldName !== "attributen") continue;
    const alle = (cache.resolve("Query", fieldName, args) as string[] | null) ?? [];
    for (const attribuut of alle)
      ["moment", "planstand"].forEach((veld) => cache.invalidate(attribuut, veld));
  }
}

/** The only place where the work of others changes the screens of this feature. */
export function applyGebeurtenis(bericht: ContractenBericht, cache: Cache): void {
  switch (bericht.__typename) {
    case "ContractGewijzigd":
      if (!bericht.contract) return leesOpnieuw(cache, ["contracten", "contract"]);
      neemOp(cache, "Contract", bericht.contract.id, "contracten");
      leesOpnieuw(cache, ["contract", "vergelijkingskolommen"]);
      return vergeetMomenten(cache);
    case "VergelijkingGewijzigd":
      if (bericht.attribuut.vervallen) return leesOpnieuw(cache, ["attributen", ...GRAAD]);
      neemOp(cache, "Attribuut", bericht.attribuut.id, "attributen");
      return leesOpnieuw(cache, GRAAD);
    case "InwonersGewijzigd":
      return leesOpnieuw(cache, GRAAD);
    case "ContractimportGewijzigd":
      return leesOpnieuw(cache, ["contractimports"]);
    case "HerladenNodig":
      return leesOpnieuw(cache, [
        "contracten",
        "contract",
        "contractimports",
        "attributen",
        "vergelijkingskolommen",
        ...GRAAD,
      ]);
    case "Bijgewerkt":
    case undefined:
      return;
  }
}
