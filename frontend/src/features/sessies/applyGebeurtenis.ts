import type { Cache } from "@urql/exchange-graphcache";
import type { SessieBericht } from "~/graphql/gen/graphql";

/** What follows from sessions, and is worked out by the hub. */
const GEVOLG = ["takenUitSessie", "verslagvoorstel", "kostenposities", "sessiesjablonen"];

/** The only place where the work of others changes this feature's screens. A message carries the session as it is then. */
export function applyGebeurtenis(bericht: SessieBericht, cache: Cache): void {
  switch (bericht.__typename) {
    case "SessieStand":
      for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
        const nieuw = fieldName === "sessies" && !kent(cache, bericht.sessie?.id);
        if (nieuw || GEVOLG.includes(fieldName)) cache.invalidate("Query", fieldName, args);
      }
      if (bericht.sessie) cache.invalidate({ __typename: "Sessie", id: bericht.sessie.id }, "voorstellen");
      return;
    case "Bijgewerkt":
    case "HerladenNodig":
    case undefined:
      return;
  }
}

function kent(cache: Cache, id: string | undefined): boolean {
  const sessies = cache.resolve("Query", "sessies") as string[] | null;
  const sleutel = id && cache.keyOfEntity({ __typename: "Sessie", id });
  return !sessies || !sleutel || sessies.includes(sleutel);
}
