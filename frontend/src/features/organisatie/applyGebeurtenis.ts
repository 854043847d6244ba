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
  "stakeholderkaart",
  "kaartvergelijking",
  "analyses",
  "relaties",
  "gremia",
  "lijnen",
  "organisatie",
  "node",
];
/** The stakeholder itself comes with the event; these are put together from many. */
const KAART = ["kaartvergelijking", "stakeholderacties", "vergeten"];
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
    case "StakeholderGewijzigd":
      return leesOpnieuw(cache, KAART);
    case "PersoonGewijzigd":
      return leesOpnieuw(cache, PERSONEN);
    case "HerladenNodig":
      return leesOpnieuw(cache, [...FEITEN, ...KAART, ...PERSONEN]);
    case "Bijgewerkt":
    case undefined:
      return;
  }
}
