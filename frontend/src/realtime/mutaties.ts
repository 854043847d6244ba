import { makeOperation, type Exchange, type Operation, type OperationResult } from "@urql/core";
import { filter, makeSubject, merge, pipe, share } from "wonka";
import type { Bereiken } from "./bereiken";
import { wortel } from "./gebeurtenissen";
import { haalWeg, voegToe } from "./onderweg";
import { tel, verbinding, zetWachtend } from "./verbinding";
import type { Wachtrij } from "./wachtrij";
import { wachttijd } from "./wachttijd";

type Antwoord = { positie?: string | null; fouten?: { code?: string }[] };
type Opties = {
  bereiken: Bereiken;
  wachtrij: Wachtrij;
  plafond?: number;
  herkansing?: (poging: number) => number;
};
/** So often a change is offered while the line itself is up; then its maker hears that it did not work. */
const MAX_POGINGEN = 6;
const TIJDELIJKE_STATUS = [502, 503, 504];

/** What an answer says: decided, not decided for now, or sign in first. */
export function oordeel({ data, error }: OperationResult): "beslist" | "tijdelijk" | "afgemeld" {
  const codes = [
    ...(error?.graphQLErrors.map(({ extensions }) => extensions.code) ?? []),
    ...((wortel(data) as Antwoord | undefined)?.fouten?.map(({ code }) => code) ?? []),
  ];
  if (codes.includes("NIET_AANGEMELD")) return "afgemeld";
  if (codes.includes("TIJDELIJK_NIET_BESCHIKBAAR")) return "tijdelijk";
  if (!error?.networkError) return "beslist";
  // No answer at all, or one from something between here and the hub.
  const status = (error.response as Response | undefined)?.status;
  return status === undefined || TIJDELIJKE_STATUS.includes(status) ? "tijdelijk" : "beslist";
}

/** Only names: the cache keeps what the events wrote, also when newer ones came in meanwhile. */
export function alleenNamen(waarde: unknown, diepte = 0): unknown {
  if (Array.isArray(waarde)) return waarde.map((deel) => alleenNamen(deel, diepte));
  if (!waarde || typeof waarde !== "object") return waarde;
  const velden = Object.entries(waarde);
  if (diepte > 0 && "id" in waarde)
    return Object.fromEntries(velden.filter(([veld]) => veld === "id" || veld === "__typename"));
  return Object.fromEntries(velden.map(([veld, inhoud]) => [veld, alleenNamen(inhoud, diepte + 1)]));
}

/**
 * Below the cache. Changes are sent one by one, in order. An answer waits for the event of the same change, so that it
 * stops being "under way" exactly when the event has been written; without a line the change waits.
 */
export const mutatieExchange =
  ({ bereiken, wachtrij, plafond = 5000, herkansing = wachttijd }: Opties): Exchange =>
  ({ forward }) =>
  (operaties) => {
    const uitgaand = makeSubject<Operation>();
    const antwoorden = makeSubject<OperationResult>();
    const rij: { operatie: Operation; vergeet: () => void; pogingen: number }[] = [];
    let bezig = false;
    let tegenslagen = 0;
    let klok: ReturnType<typeof setTimeout> | undefined;
    const meld = () => zetWachtend(bezig ? rij.length - 1 : rij.length);

    const stuur = () => {
      clearTimeout(klok);
      const eerste = rij[0];
      if (bezig || !eerste) return;
      bezig = true;
      meld();
      // Each attempt is an operation of its own for the fetch below; the key stays the same.
      uitgaand.next(makeOperation("mutation", eerste.operatie, { ...eerste.operatie.context }));
    };
    const achteraan = (operatie: Operation) => {
      rij.push({ operatie, vergeet: wachtrij.bewaar(operatie), pogingen: 0 });
      tel("onderweg", 1);
      voegToe(operatie);
      meld();
      stuur();
    };
    const geefDoor = (resultaat: OperationResult) => {
      const antwoord = wortel(resultaat.data) as Antwoord | undefined;
      const bereik = resultaat.operation.context.bereik as string;
      const lever = (gezien: boolean) => {
        antwoorden.next(gezien ? { ...resultaat, data: alleenNamen(resultaat.data) } : resultaat);
        haalWeg(resultaat.operation.key);
        tel("onderweg", -1);
      };
      if (!antwoord?.positie || antwoord.fouten?.length) return lever(false);
      bereiken.wachtOp(bereik, antwoord.positie, plafond, lever);
    };
    /** Shall the first of the queue be offered again? */
    const wachtNog = (resultaat: OperationResult) => {
      const nu = oordeel(resultaat);
      if (nu === "beslist") return false;
      // Signing in brings a new line, and that sends the queue.
      if (nu === "afgemeld") return true;
      // Without a line there is no hurry and no limit: the change waits as long as it takes.
      if (verbinding.lees().lijn === "live" && ++rij[0]!.pogingen >= MAX_POGINGEN) return false;
      klok = setTimeout(stuur, herkansing(tegenslagen++));
      return true;
    };
    const ontvang = (resultaat: OperationResult) => {
      bezig = false;
      if (wachtNog(resultaat)) return meld();
      tegenslagen = 0;
      rij.shift()?.vergeet();
      meld();
      geefDoor(resultaat);
      stuur();
    };
    // The line is back: do not wait for the clock.
    let lijn = verbinding.lees().lijn;
    verbinding.volg(() => {
      const nu = verbinding.lees().lijn;
      if (nu !== lijn && nu === "live") queueMicrotask(stuur);
      lijn = nu;
    });

    const isVanBereik = (operatie: Operation) =>
      operatie.kind === "mutation" && operatie.context.bereik !== undefined;
    const binnen = share(operaties);
    const overig = pipe(
      binnen,
      filter((operatie) => {
        if (!isVanBereik(operatie)) return true;
        achteraan(operatie);
        return false;
      }),
    );
    const terug = pipe(
      forward(merge([overig, uitgaand.source])),
      filter((resultaat) => {
        if (!isVanBereik(resultaat.operation)) return true;
        ontvang(resultaat);
        return false;
      }),
    );
    return merge([terug, antwoorden.source]);
  };
