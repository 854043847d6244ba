import { BordQuery } from "../bord";
import { useTrajectVraag } from "../kader/useTrajectVraag";

export const bereikVan = (traject: string) => `integratie:${traject}`;

/** The board, kept live. */
export function useBord(id: string | undefined) {
  const vraag = useTrajectVraag(
    BordQuery,
    { id: id ?? "" },
    (gelezen) => gelezen.bord,
    id,
    // The position of the board itself: with that of the whole log its answer would have to be made anew all the time.
    (gelezen) => gelezen.bord?.positie,
  );
  return { ...vraag, bord: vraag.data?.bord };
}
export type BordGegevens = NonNullable<ReturnType<typeof useBord>["bord"]>;
