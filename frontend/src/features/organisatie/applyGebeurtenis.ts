import type { Cache } from "@urql/exchange-graphcache";
import type { OrganisatieBericht } from "~/graphql/gen/graphql";

/** Facts appear in many lists with many filters: the lists of the touched kinds are read anew. */
const LIJSTEN_MET_FEITEN = [
  "gemeenten",
  "regios",
  "modules",
  "deelnames",
  "groepen",
  "rollen",
  "stakeholders",
  "relaties",
  "organisatie",
];

function leesOpnieuw(cache: Cache, lijsten: string[]) {
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (lijsten.includes(fieldName)) cache.invalidate("Query", fieldName, args);
  }
}

export function applyGebeurtenis(bericht: OrganisatieBericht, cache: Cache): void {
  switch (bericht.__typename) {
    case "FeitVastgelegd":
      return leesOpnieuw(cache, LIJSTEN_MET_FEITEN);
    case "PersoonGewijzigd":
      return leesOpnieuw(cache, ["personen"]);
    case "Bijgewerkt":
    case "HerladenNodig":
    case undefined:
      return;
  }
}
