import { useCallback } from "react";
import { useMutatie } from "~/realtime/useMutatie";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { VerplaatsTaak } from "../operations/verplaatsTaak";
import { bereikVan, type BordGegevens } from "./useBord";
import { ligtAl, plaats, type Kaart, type Kolommen } from "./volgorde";

export type Verplaats = (taak: Kaart, kolom: string, na: string | null, uitleg?: string) => void;

/** Moves a card: at once on this screen, back with the reason when the hub refuses. */
export function useVerplaats(bord: BordGegevens, kolommen: Kolommen): Verplaats {
  const stuur = useMutatie(VerplaatsTaak, bereikVan(bord.traject.id));
  return useCallback(
    (taak, kolom, na, uitleg) => {
      if (ligtAl(kolommen, taak.id, kolom, na)) return;
      const lijst = plaats(kolommen, taak.id, kolom, na).get(kolom) ?? [];
      const plek = lijst.findIndex(({ id }) => id === taak.id) + 1;
      const naam = bord.kolommen.find(({ id }) => id === kolom)?.naam ?? "";
      kondigAan(
        [`‘${taak.titel}’ staat nu in ${naam}, plaats ${plek} van ${lijst.length}.`, uitleg]
          .filter(Boolean)
          .join(" "),
      );
      if (uitleg) meldToast(uitleg);
      const input = { id: taak.id, verwachteVersie: taak.versie, naarKolom: kolom, na };
      const probeer = async () => {
        const uitkomst = await stuur(input);
        if (uitkomst.gelukt) {
          const soort = (id: string) => bord.kolommen.find((een) => een.id === id)?.soort;
          const gereed = soort(kolom) === "GEREED" && soort(taak.kolom.id) !== "GEREED";
          if (gereed && taak.herhaling)
            meldToast(`‘${taak.titel}’ komt terug: de volgende staat op het bord.`);
          return;
        }
        const [fout] = uitkomst.fouten;
        meldToast(
          `‘${taak.titel}’ staat weer waar zij stond. ${fout!.bericht}`,
          fout!.code === "TIJDELIJK_NIET_BESCHIKBAAR"
            ? { naam: "Probeer opnieuw", doe: () => void probeer() }
            : undefined,
        );
      };
      void probeer();
    },
    [stuur, kolommen, bord.kolommen],
  );
}
