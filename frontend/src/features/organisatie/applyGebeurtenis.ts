import type { Cache } from "@urql/exchange-graphcache";
import type { OrganisatieBericht } from "~/graphql/gen/graphql";

/** Facts appear in many lists with many filters: the lists of the touched kinds are read anew. */
const FEITEN = [
  "gemeenten",
  "regios",
  "modules",
  "deelnames",
  "groepen",
  "rollen",
  "stakeholders",
  "analyses",
  "relaties",
  "organisatie",
  "node",
];
/** Accounthouders stand on the pages of gemeenten too. */
const PERSONEN = ["personen", "gemeenten", "node"];

function leesOpnieuw(cache: Cache, lijsten: string[]) {
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (lijsten.includes(fieldName)) cache.invalidate("Query", fieldName, args);
  }
}

export function applyGebeurtenis(bericht: OrganisatieBericht, cache: Cache): void {
  switch (bericht.__typename) {
    case "FeitVastgelegd":
      return leesOpnieuw(cache, FEITEN);
    case "PersoonGewijzigd":
      return leesOpnieuw(cache, PERSONEN);
    case "HerladenNodig":
      return leesOpnieuw(cache, [...FEITEN, ...PERSONEN]);
    case "Bijgewerkt":
    case undefined:
      return;
  }
}
