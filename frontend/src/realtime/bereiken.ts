import { isBij } from "./positie";

// A scope ("integratie:<traject>", "organisatie") is one stream of events. Here is kept how far each was applied to
// the cache, and which scopes are live now; queries, mutations and subscriptions all ask this one place.
type Wachter = { positie: string; klaar: () => void };
type Bereik = { laatste?: string; live: number; wachters: Set<Wachter> };

export type Bereiken = ReturnType<typeof maakBereiken>;

export function maakBereiken() {
  const alle = new Map<string, Bereik>();
  const van = (naam: string): Bereik => {
    let bereik = alle.get(naam);
    if (!bereik) alle.set(naam, (bereik = { live: 0, wachters: new Set() }));
    return bereik;
  };
  const wek = (bereik: Bereik, alles: boolean) => {
    for (const wachter of [...bereik.wachters]) {
      if (!alles && !isBij(bereik.laatste, wachter.positie)) continue;
      bereik.wachters.delete(wachter);
      wachter.klaar();
    }
  };

  return {
    laatste: (naam: string) => alle.get(naam)?.laatste,
    isLive: (naam: string) => (alle.get(naam)?.live ?? 0) > 0,

    /** Where to resume: the position of what was read, or further when events were applied since. */
    begin(naam: string, gelezen: string) {
      const bereik = van(naam);
      if (bereik.laatste === undefined || !isBij(bereik.laatste, gelezen)) bereik.laatste = gelezen;
      return bereik.laatste;
    },
    /** Forget the position: the server cannot replay from it, the page reads anew. */
    vergeet(naam: string) {
      const bereik = van(naam);
      bereik.laatste = undefined;
      wek(bereik, true);
    },
    /** An event has been written to the cache. */
    toegepast(naam: string, positie: string) {
      const bereik = van(naam);
      if (isBij(bereik.laatste, positie)) return;
      bereik.laatste = positie;
      wek(bereik, false);
    },
    /** A live subscription on this scope begins; the answer ends it. */
    open(naam: string) {
      const bereik = van(naam);
      bereik.live += 1;
      return () => {
        bereik.live -= 1;
        if (bereik.live === 0) wek(bereik, true);
      };
    },
    /** Calls `klaar` once the scope has come to `positie`, is no longer live, or after `uiterlijk` ms. */
    wachtOp(naam: string, positie: string, uiterlijk: number, klaar: (gezien: boolean) => void) {
      const bereik = van(naam);
      if (bereik.live === 0) return klaar(false);
      if (isBij(bereik.laatste, positie)) return klaar(true);
      const wachter: Wachter = {
        positie,
        klaar: () => {
          clearTimeout(plafond);
          klaar(isBij(bereik.laatste, positie));
        },
      };
      const plafond = setTimeout(() => {
        bereik.wachters.delete(wachter);
        klaar(false);
      }, uiterlijk);
      bereik.wachters.add(wachter);
    },
  };
}
