import { gql } from "@urql/core";
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

const Archief = gql`
  fragment _ on Bord {
    id
    aantalGearchiveerd
  }
`;
/** Counted along: reading it anew would read the whole board. */
function telArchief(cache: Cache, bericht: MetTaak, stap: 1 | -1) {
  const bord = cache.resolve(taakSleutel(cache, bericht), "bord") as string | null;
  const aantal = bord && cache.resolve(bord, "aantalGearchiveerd");
  if (typeof aantal !== "number") return;
  const id = cache.resolve(bord, "id") as string;
  cache.writeFragment(Archief, { __typename: "Bord", id, aantalGearchiveerd: Math.max(0, aantal + stap) });
}

/** What the hub has to put together itself is read anew where it is on a screen: history and filtered lists. */
function leesOpnieuw(cache: Cache, bericht: MetTaak) {
  const taak = taakSleutel(cache, bericht);
  for (const { fieldName, arguments: args } of taak ? cache.inspectFields(taak) : []) {
    if (fieldName === "geschiedenis") cache.invalidate(taak!, fieldName, args);
  }
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (fieldName === "taken" || fieldName === "stakeholderacties")
      cache.invalidate("Query", fieldName, args);
  }
}

/** A remark that is new comes into the register; its fields were written already. */
function neemPuntOp(cache: Cache, punt: { id: string; besluit: { id: string } }) {
  const besluit = cache.keyOfEntity({ __typename: "Besluit", id: punt.besluit.id });
  const sleutel = cache.keyOfEntity({ __typename: "Zienswijzepunt", id: punt.id });
  const punten = besluit && (cache.resolve(besluit, "zienswijzepunten") as string[] | null);
  if (besluit && sleutel && punten && !punten.includes(sleutel))
    cache.link(besluit, "zienswijzepunten", [...punten, sleutel] as Link);
}

/** The page for the steering group is worked out by the hub from everything there is: read anew where it is shown. */
function leesStandOpnieuw(cache: Cache) {
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (fieldName === "verschillen") cache.invalidate("Query", fieldName, args);
    if (fieldName !== "traject") continue;
    const traject = cache.resolve("Query", fieldName, args ?? undefined) as string | null;
    for (const veld of traject ? cache.inspectFields(traject) : []) {
      if (veld.fieldName === "standVanZaken") cache.invalidate(traject!, veld.fieldName, veld.arguments);
    }
  }
}

/** A risk that is new comes into the register; its fields were written already. */
function neemRisicoOp(cache: Cache, risico: { id: string; traject: { id: string } }) {
  const traject = cache.keyOfEntity({ __typename: "Traject", id: risico.traject.id });
  const sleutel = cache.keyOfEntity({ __typename: "Risico", id: risico.id });
  const risicos = traject && (cache.resolve(traject, "risicos") as string[] | null);
  if (traject && sleutel && risicos && !risicos.includes(sleutel))
    cache.link(traject, "risicos", [...risicos, sleutel] as Link);
}

/** Which tasks belong to a cell of the overdracht is worked out by the hub: read anew where it is on a screen. */
function leesOverdrachtOpnieuw(cache: Cache) {
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    const traject = fieldName === "traject" && (cache.resolve("Query", fieldName, args) as string | null);
    if (traject && cache.resolve(traject, "overdracht")) cache.invalidate(traject, "overdracht");
  }
}

/** Totals of the budget are worked out by the hub: read anew where they are on a screen. */
function leesBudgetOpnieuw(cache: Cache) {
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    const traject = fieldName === "traject" && (cache.resolve("Query", fieldName, args) as string | null);
    for (const { fieldName: veld, arguments: van } of traject ? cache.inspectFields(traject) : []) {
      if (veld === "budget" || veld === "budgettabellen") cache.invalidate(traject as string, veld, van);
    }
  }
}

/** A task of which it was said for the first time comes into the list; what follows from a cell is read anew. */
function leesAutonomieOpnieuw(cache: Cache) {
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    const traject = fieldName === "traject" && (cache.resolve("Query", fieldName, args) as string | null);
    if (traject && cache.resolve(traject, "autonomie")) cache.invalidate(traject, "autonomie");
  }
}

/** The history of a thing, where it is on a screen. */
function leesGeschiedenisOpnieuw(cache: Cache, __typename: string, id: string | undefined) {
  const sleutel = id && cache.keyOfEntity({ __typename, id });
  for (const { fieldName, arguments: args } of sleutel ? cache.inspectFields(sleutel) : []) {
    if (fieldName === "geschiedenis") cache.invalidate(sleutel as string, fieldName, args);
  }
}

/** What follows from a cell or a milestone (the region, the target) is worked out by the hub: read anew. */
function leesPlanOpnieuw(cache: Cache, onderwerp?: { __typename: "Besluitcel" | "Mijlpaal"; id: string }) {
  const sleutel = onderwerp && cache.keyOfEntity(onderwerp);
  for (const { fieldName, arguments: args } of sleutel ? cache.inspectFields(sleutel) : []) {
    if (fieldName === "geschiedenis") cache.invalidate(sleutel as string, fieldName, args);
  }
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (["besluit", "traject", "terugplanning"].includes(fieldName))
      cache.invalidate("Query", fieldName, args);
  }
}

/** The only place where the work of others changes this feature's screens. The fields of a task were written already. */
export function applyGebeurtenis(bericht: IntegratieBericht, cache: Cache): void {
  if (bericht.__typename !== "Bijgewerkt" && bericht.__typename !== "HerladenNodig") leesStandOpnieuw(cache);
  switch (bericht.__typename) {
    case "TaakGemaakt":
      leesOpnieuw(cache, bericht);
      leesOverdrachtOpnieuw(cache);
      return neemOp(cache, bericht);
    case "TaakHersteld":
      leesOpnieuw(cache, bericht);
      leesOverdrachtOpnieuw(cache);
      telArchief(cache, bericht, -1);
      return neemOp(cache, bericht);
    case "TaakGearchiveerd":
      leesOpnieuw(cache, bericht);
      leesOverdrachtOpnieuw(cache);
      telArchief(cache, bericht, 1);
      return haalWeg(cache, bericht);
    case "TaakGewijzigd":
      leesOverdrachtOpnieuw(cache);
      return leesOpnieuw(cache, bericht);
    case "TaakVerplaatst":
    case "ChecklistGewijzigd":
    case "OpmerkingenGewijzigd":
      return leesOpnieuw(cache, bericht);
    case "BesluitcelGewijzigd":
      return leesPlanOpnieuw(
        cache,
        bericht.cel ? { __typename: "Besluitcel", id: bericht.cel.id } : undefined,
      );
    case "ZienswijzepuntGewijzigd":
      return neemPuntOp(cache, bericht.punt);
    case "RisicoGewijzigd":
      return neemRisicoOp(cache, bericht.risico);
    case "OverdrachtGewijzigd":
      return leesGeschiedenisOpnieuw(cache, "Overdrachtcel", bericht.cel?.id);
    case "AutonomieGewijzigd":
      leesAutonomieOpnieuw(cache);
      return leesGeschiedenisOpnieuw(cache, "Autonomie", bericht.autonomie?.id);
    case "BudgetGewijzigd":
      leesBudgetOpnieuw(cache);
      return leesGeschiedenisOpnieuw(cache, "Budgetregel", bericht.regel?.id);
    case "GereedheidGewijzigd":
      return;
    case "BesluitGewijzigd":
      return leesPlanOpnieuw(cache);
    case "MijlpaalGewijzigd":
      return leesPlanOpnieuw(cache, { __typename: "Mijlpaal", id: bericht.mijlpaal.id });
    case "TrajectGewijzigd":
      cache.invalidate("Query", "trajecten");
      return leesPlanOpnieuw(cache);
    case "Bijgewerkt":
    case "HerladenNodig":
    case undefined:
      return;
  }
}
