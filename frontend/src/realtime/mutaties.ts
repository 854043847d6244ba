import { makeOperation, type Exchange, type Operation, type OperationResult } from "@urql/core";
import { filter, makeSubject, merge, pipe, share } from "wonka";
import type { Bereiken } from "./bereiken";
import { wortel } from "./gebeurtenissen";
import { tel, verbinding, zetWachtend } from "./verbinding";
import type { Wachtrij } from "./wachtrij";

type Antwoord = { positie?: string | null; fouten?: unknown[] };
type Opties = { bereiken: Bereiken; wachtrij: Wachtrij; plafond?: number; herkansing?: () => number };

/** Not decided by the hub: the line or the way to it is down, or one has to sign in first. */
export const isVerbroken = ({ error }: OperationResult) => {
  if (error?.graphQLErrors.some((fout) => fout.extensions.code === "NIET_AANGEMELD")) return true;
  if (!error?.networkError) return false;
  const status = (error.response as Response | undefined)?.status;
  return status === undefined || (status >= 500 && status <= 504);
};

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
 * Below the cache. Changes of a scope are sent one by one, in order. An answer waits for the event of the same
 * change, so that the optimistic layer goes exactly when the event has been written; without a line the change waits.
 */
export const mutatieExchange =
  ({
    bereiken,
    wachtrij,
    plafond = 5000,
    herkansing = () => 1000 + Math.random() * 4000,
  }: Opties): Exchange =>
  ({ forward }) =>
  (operaties) => {
    const uitgaand = makeSubject<Operation>();
    const antwoorden = makeSubject<OperationResult>();
    const rij: { operatie: Operation; vergeet: () => void }[] = [];
    let bezig = false;
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
      rij.push({ operatie, vergeet: wachtrij.bewaar(operatie) });
      tel("onderweg", 1);
      meld();
      stuur();
    };
    const geefDoor = (resultaat: OperationResult) => {
      const antwoord = wortel(resultaat.data) as Antwoord | undefined;
      const bereik = resultaat.operation.context.bereik as string;
      const lever = (gezien: boolean) => {
        tel("onderweg", -1);
        antwoorden.next(gezien ? { ...resultaat, data: alleenNamen(resultaat.data) } : resultaat);
      };
      if (!antwoord?.positie || antwoord.fouten?.length) return lever(false);
      bereiken.wachtOp(bereik, antwoord.positie, plafond, lever);
    };
    const ontvang = (resultaat: OperationResult) => {
      bezig = false;
      if (isVerbroken(resultaat)) {
        meld();
        klok = setTimeout(stuur, herkansing());
        return;
      }
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
