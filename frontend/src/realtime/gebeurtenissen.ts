import { CombinedError, type Exchange, type OperationResult } from "@urql/core";
import { filter, mergeMap, fromPromise, fromValue, pipe, merge, makeSubject, tap } from "wonka";
import type { Bereiken } from "./bereiken";
import { isBij, isOuder } from "./positie";

type Bericht = { __typename?: string; positie?: string };

/** The one root field of an answer: `{ integratie: bericht }` gives bericht. */
export const wortel = (data: unknown): Bericht | undefined => {
  if (!data || typeof data !== "object") return undefined;
  // The cache may put a __typename before it.
  return Object.values(data).find((deel): deel is Bericht => typeof deel === "object" && deel !== null);
};
const bereikVan = (resultaat: OperationResult) => resultaat.operation.context.bereik as string | undefined;
const isBesturing = (bericht: Bericht) =>
  bericht.__typename === "Bijgewerkt" || bericht.__typename === "HerladenNodig";

/** Above the cache: a result that passes here has been written. Control messages change no data. */
export const toegepast =
  (bereiken: Bereiken): Exchange =>
  ({ forward }) =>
  (operaties) =>
    pipe(
      forward(operaties),
      tap((resultaat) => {
        const bereik = bereikVan(resultaat);
        const bericht = wortel(resultaat.data);
        if (resultaat.operation.kind !== "subscription" || !bereik || !bericht?.positie) return;
        if (bericht.__typename !== "HerladenNodig") bereiken.toegepast(bereik, bericht.positie);
      }),
    );

const MAX_HERLEZEN = 7;
/** Where an answer was read: a root field of its own, or that of what was asked. */
const gelezenOp = (data: unknown) => {
  const eigen = (data as { positie?: unknown } | undefined)?.positie;
  return typeof eigen === "string" ? eigen : wortel(data)?.positie;
};

/** Below the cache: drops events that were applied already, and reads anew what was read before them. */
export const opVolgorde =
  (bereiken: Bereiken, pauze = (keer: number) => 100 * 2 ** keer): Exchange =>
  ({ forward }) =>
  (operaties) => {
    const opnieuw = makeSubject<OperationResult["operation"]>();
    const herlezen = new Map<number, number>();
    const isDubbel = (resultaat: OperationResult) => {
      const [bereik, bericht] = [bereikVan(resultaat), wortel(resultaat.data)];
      if (resultaat.operation.kind !== "subscription" || !bereik || !bericht?.positie) return false;
      return !isBesturing(bericht) && isBij(bereiken.laatste(bereik), bericht.positie);
    };
    const isTeOud = (resultaat: OperationResult) => {
      const [bereik, positie] = [bereikVan(resultaat), gelezenOp(resultaat.data)];
      const laatste = bereik && bereiken.laatste(bereik);
      return resultaat.operation.kind === "query" && !!positie && !!laatste && isOuder(positie, laatste);
    };
    const verlopen = (resultaat: OperationResult): OperationResult => ({
      ...resultaat,
      data: undefined,
      error: new CombinedError({ networkError: new Error("De hub loopt achter.") }),
    });
    return pipe(
      forward(merge([operaties, opnieuw.source])),
      filter((resultaat) => !isDubbel(resultaat)),
      mergeMap((resultaat) => {
        const { operation } = resultaat;
        const keer = herlezen.get(operation.key) ?? 0;
        herlezen.delete(operation.key);
        if (!isTeOud(resultaat)) return fromValue<OperationResult | null>(resultaat);
        // What is on the screen is newer than this answer ever was: rather none.
        if (keer >= MAX_HERLEZEN) return fromValue<OperationResult | null>(verlopen(resultaat));
        herlezen.set(operation.key, keer + 1);
        // A node that lags behind would give the same old answer at once: a pause, longer each time.
        const wacht = new Promise<null>((klaar) => setTimeout(() => klaar(null), pauze(keer)));
        void wacht.then(() => opnieuw.next(operation));
        return fromPromise(wacht);
      }),
      filter((resultaat): resultaat is OperationResult => resultaat !== null),
    );
  };
