import type { Cache, Link } from "@urql/exchange-graphcache";
import type { IntegratieBericht } from "~/graphql/gen/graphql";

type MetTaak = { taak: { id: string; bord?: { id: string } } };
const taakSleutel = (cache: Cache, { taak }: MetTaak) =>
  cache.keyOfEntity({ __typename: "Taak", id: taak.id });

/** All lists of tasks of this board that are in the cache: with and without archived ones. */
function lijsten(cache: Cache, bericht: MetTaak) {
  const bord = cache.resolve(taakSleutel(cache, bericht), "bord") as string | null;
  if (!bord) return [];
  return cache
    .inspectFields(bord)
    .filter(({ fieldName }) => fieldName === "taken")
    .map(({ arguments: args }) => ({ bord, args, metArchief: args?.gearchiveerd === true }));
}

function neemOp(cache: Cache, bericht: MetTaak) {
  const sleutel = taakSleutel(cache, bericht);
  for (const { bord, args } of lijsten(cache, bericht)) {
    const taken = cache.resolve(bord, "taken", args) as string[] | null;
    if (sleutel && taken && !taken.includes(sleutel))
      cache.link(bord, "taken", args, [...taken, sleutel] as Link);
  }
}

function haalWeg(cache: Cache, bericht: MetTaak) {
  const sleutel = taakSleutel(cache, bericht);
  for (const { bord, args, metArchief } of lijsten(cache, bericht)) {
    const taken = cache.resolve(bord, "taken", args) as string[] | null;
    if (taken && !metArchief)
      cache.link(bord, "taken", args, taken.filter((taak) => taak !== sleutel) as Link);
    if (taken && metArchief) neemOp(cache, bericht);
  }
}

/** The number of archived tasks is counted by the server: read it anew. */
function telArchiefOpnieuw(cache: Cache, bericht: MetTaak) {
  const bord = cache.resolve(taakSleutel(cache, bericht), "bord") as string | null;
  if (bord) cache.invalidate(bord, "aantalGearchiveerd");
}

/** The only place where the work of others changes this feature's screens. The fields of a task were written already. */
export function applyGebeurtenis(bericht: IntegratieBericht, cache: Cache): void {
  switch (bericht.__typename) {
    case "TaakGemaakt":
      return neemOp(cache, bericht);
    case "TaakHersteld":
      neemOp(cache, bericht);
      return telArchiefOpnieuw(cache, bericht);
    case "TaakGearchiveerd":
      haalWeg(cache, bericht);
      return telArchiefOpnieuw(cache, bericht);
    case "TrajectGewijzigd":
      return cache.invalidate("Query", "trajecten");
    case "TaakGewijzigd":
    case "TaakVerplaatst":
    case "ChecklistGewijzigd":
    case "OpmerkingenGewijzigd":
    case "Bijgewerkt":
    case "HerladenNodig":
    case undefined:
      return;
  }
}
