import { useCallback, useState } from "react";
import { useMutatie, type Fout } from "~/realtime/useMutatie";
import { VulCellenIn } from "../operations/vulCellenIn";
import type { Cel } from "../attribuut";

/** So many cells fit in one request. */
const DEEL = 100;

export type Wens = { cel: Cel; tekst: string };
export type Mislukt = Wens & { bericht: string; botst: boolean };

/** Which of the cells an error is about: `cellen.3.tekst`. */
const welke = (fout: Fout): number => Number(/^cellen\.(\d+)\./.exec(fout.veld ?? "")?.[1] ?? 0);

/** Saves cells: all of a request or none of it. What is under way shows at once; what failed keeps its text. */
export function useBewaar() {
  const stuur = useMutatie(VulCellenIn, "contracten");
  const [onderweg, zetOnderweg] = useState<ReadonlyMap<string, string>>(new Map());
  const [mislukt, zetMislukt] = useState<Mislukt[]>([]);
  const bewaar = useCallback(
    async (wensen: Wens[]): Promise<boolean> => {
      const ids = new Set(wensen.map(({ cel }) => cel.id));
      zetMislukt((oud) => oud.filter(({ cel }) => !ids.has(cel.id)));
      zetOnderweg((oud) => new Map([...oud, ...wensen.map(({ cel, tekst }) => [cel.id, tekst] as const)]));
      let gelukt = true;
      for (let i = 0; i < wensen.length; i += DEEL) {
        const deel = wensen.slice(i, i + DEEL);
        const uitkomst = await stuur({
          cellen: deel.map(({ cel, tekst }) => ({ id: cel.id, verwachteVersie: cel.versie, tekst })),
        });
        zetOnderweg((oud) => new Map([...oud].filter(([id]) => !deel.some(({ cel }) => cel.id === id))));
        if (uitkomst.gelukt) continue;
        gelukt = false;
        const fouten = uitkomst.fouten.map((fout): Mislukt => ({
          ...(deel[welke(fout)] ?? deel[0]!),
          bericht: fout.bericht,
          botst: fout.code === "VERSIE_VEROUDERD",
        }));
        // The rest of the request did not go in either: it waits with it.
        const rest = deel.filter(({ cel }) => !fouten.some((fout) => fout.cel.id === cel.id));
        zetMislukt((oud) => [
          ...oud,
          ...fouten,
          ...rest.map((wens) => ({
            ...wens,
            bericht: "Nog niet bewaard: een andere cel uit dit blok kon niet.",
            botst: false,
          })),
        ]);
      }
      return gelukt;
    },
    [stuur],
  );
  const laatVallen = useCallback(
    (id?: string) => zetMislukt((oud) => (id ? oud.filter(({ cel }) => cel.id !== id) : [])),
    [],
  );
  return { bewaar, onderweg, mislukt, laatVallen };
}
