import type { Cache } from "@urql/exchange-graphcache";
import type { AfsprakenBericht } from "~/graphql/gen/graphql";

/** What another agreement says because of this one: who waits for it, what it still lacks. */
const AFGELEID = ["houdtOp", "wachtOp", "verwant", "voorgangers", "stappen", "uitkomsten"];

function leesOpnieuw(cache: Cache, velden: string[]) {
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (velden.includes(fieldName)) cache.invalidate("Query", fieldName, args);
  }
}

function vergeetGeschiedenis(cache: Cache, afspraak: string) {
  for (const { fieldName, arguments: args } of cache.inspectFields(afspraak)) {
    if (fieldName === "geschiedenis") cache.invalidate(afspraak, fieldName, args);
  }
}

/** Its own fields were written already: what follows from it elsewhere is read anew. */
function opAfspraak(cache: Cache, id: string) {
  const sleutel = cache.keyOfEntity({ __typename: "Afspraak", id });
  if (!sleutel) return;
  vergeetGeschiedenis(cache, sleutel);
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (fieldName === "uitkomsten") cache.invalidate("Query", fieldName, args);
    if (fieldName === "afspraken") {
      const lijst = cache.resolve("Query", fieldName, args) as string[] | null;
      if (!lijst?.includes(sleutel)) cache.invalidate("Query", fieldName, args);
    }
    if (fieldName === "afspraak") {
      const ander = cache.resolve("Query", fieldName, args) as string | null;
      if (!ander || ander === sleutel) continue;
      AFGELEID.forEach((veld) => cache.invalidate(ander, veld));
    }
  }
}

/** What is new comes into the lists of its agreement and of the pages; its own fields were written already. */
function neemOp(cache: Cache, afspraak: string, soort: string, id: string, velden: string[]) {
  const van = cache.keyOfEntity({ __typename: "Afspraak", id: afspraak });
  const sleutel = cache.keyOfEntity({ __typename: soort, id });
  if (!van || !sleutel) return;
  vergeetGeschiedenis(cache, van);
  for (const veld of velden) {
    const lijst = cache.resolve(van, veld) as string[] | string | null | undefined;
    if (lijst !== undefined && !(Array.isArray(lijst) ? lijst.includes(sleutel) : lijst === sleutel))
      cache.invalidate(van, veld);
    for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
      if (fieldName !== veld) continue;
      const alle = cache.resolve("Query", fieldName, args) as string[] | null;
      if (!alle?.includes(sleutel)) cache.invalidate("Query", fieldName, args);
    }
  }
}

/** The only place where the work of others changes the screens of this feature. */
export function applyGebeurtenis(bericht: AfsprakenBericht, cache: Cache): void {
  switch (bericht.__typename) {
    case "AfspraakGewijzigd":
      return opAfspraak(cache, bericht.afspraak.id);
    case "UitvoeringGewijzigd": {
      const id = bericht.uitvoering?.afspraak.id;
      const sleutel = id && cache.keyOfEntity({ __typename: "Afspraak", id });
      return sleutel ? vergeetGeschiedenis(cache, sleutel) : undefined;
    }
    case "RondeGewijzigd":
      return neemOp(cache, bericht.ronde.afspraak.id, "Ronde", bericht.ronde.id, ["ronde"]);
    case "AfwijkingGewijzigd":
      return neemOp(cache, bericht.afwijking.afspraak.id, "Afwijking", bericht.afwijking.id, ["afwijkingen"]);
    case "SignaalGewijzigd":
      return neemOp(cache, bericht.signaal.afspraak.id, "Signaal", bericht.signaal.id, ["signalen"]);
    case "KanttekeningGewijzigd": {
      const { id, afspraak } = bericht.kanttekening;
      return neemOp(cache, afspraak.id, "Kanttekening", id, ["kanttekeningen"]);
    }
    case "UitkomstVastgelegd":
      return leesOpnieuw(cache, ["uitkomsten"]);
    case "HerladenNodig":
      return leesOpnieuw(cache, ["afspraken", "afspraak", "uitkomsten", "afwijkingen", "signalen"]);
    case "Bijgewerkt":
    case undefined:
      return;
  }
}
