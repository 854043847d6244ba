import { makeOperation, type Exchange, type Operation } from "@urql/core";
import { map, pipe, tap } from "wonka";
import { oordeel } from "./mutaties";
import { verbinding } from "./verbinding";
import { wachttijd } from "./wachttijd";

type Vraag = {
  /** What was answered last. */
  data?: unknown;
  tegenslagen: number;
  /** Set while it is to be asked again. */
  opnieuw?: () => void;
  /** Set while no page wants to know. */
  weg?: ReturnType<typeof setTimeout>;
};

/**
 * Above the cache. A question that fails for now is asked again for as long as a page wants to know. Until it is answered
 * the page keeps what it had: with the page would go what one is typing in it.
 */
export const volhoudend =
  (pauze = wachttijd): Exchange =>
  ({ forward, client }) =>
  (operaties) => {
    const vragen = new Map<number, Vraag>();
    const vraagOpnieuw = (operatie: Operation, vraag: Vraag) => {
      const klok = setTimeout(() => vraag.opnieuw?.(), pauze(vraag.tegenslagen++));
      vraag.opnieuw = () => {
        clearTimeout(klok);
        delete vraag.opnieuw;
        if (vragen.get(operatie.key) !== vraag || vraag.weg) return;
        const context = { ...operatie.context, requestPolicy: "network-only" as const };
        client.reexecuteOperation(makeOperation("query", operatie, context));
      };
    };
    // The line is back: do not wait for the clocks.
    let lijn = verbinding.lees().lijn;
    verbinding.volg(() => {
      const nu = verbinding.lees().lijn;
      if (nu !== lijn && nu === "live") queueMicrotask(() => vragen.forEach(({ opnieuw }) => opnieuw?.()));
      lijn = nu;
    });

    return pipe(
      operaties,
      tap(({ kind, key }) => {
        const vraag = vragen.get(key);
        if (!vraag) return;
        clearTimeout(vraag.weg);
        delete vraag.weg;
        // A page that asks anew lets go first: only who does not come back at once has left.
        if (kind === "teardown") vraag.weg = setTimeout(() => vragen.delete(key));
      }),
      forward,
      map((resultaat) => {
        const { operation } = resultaat;
        if (operation.kind !== "query") return resultaat;
        const vraag = vragen.get(operation.key) ?? { tegenslagen: 0 };
        vragen.set(operation.key, vraag);
        if (oordeel(resultaat) === "tijdelijk") {
          if (!vraag.opnieuw) vraagOpnieuw(operation, vraag);
          return vraag.data === undefined
            ? resultaat
            : { ...resultaat, data: vraag.data, error: undefined, stale: true };
        }
        vraag.data = resultaat.data;
        if (!resultaat.stale) vraag.tegenslagen = 0;
        return resultaat;
      }),
    );
  };
