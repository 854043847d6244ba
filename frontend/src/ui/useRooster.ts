import { useRef, useState } from "react";

const STAP: Record<string, [rij: number, kolom: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
export const plek = (rij: number, kolom: number) => `${rij}-${kolom}`;

/** A grid one walks through with the arrows: one stop for Tab, wherever one was last. */
export function useRooster(rijen: number, kolommen: number) {
  const tabel = useRef<HTMLTableElement>(null);
  const [actief, zetActief] = useState<[number, number]>([0, 0]);
  const cel = (rij: number, kolom: number) =>
    tabel.current?.querySelector<HTMLElement>(`[data-plek="${plek(rij, kolom)}"]`);
  /** The next place with something in it, this way. */
  const zoek = (rij: number, kolom: number, [omlaag, opzij]: [number, number]) => {
    while (rij >= 0 && kolom >= 0 && rij < rijen && kolom < kolommen) {
      const gevonden = cel(rij, kolom);
      if (gevonden) return gevonden;
      rij += omlaag;
      kolom += opzij;
    }
    return undefined;
  };
  /** Straight on; where that way is empty all along, the beginning of the next row. */
  const stap = (rij: number, kolom: number, [omlaag, opzij]: [number, number]) => {
    const recht = zoek(rij + omlaag, kolom + opzij, [omlaag, opzij]);
    if (recht || !omlaag) return recht;
    for (let ander = rij + omlaag; ander >= 0 && ander < rijen; ander += omlaag) {
      const begin = zoek(ander, 0, [0, 1]);
      if (begin) return begin;
    }
    return undefined;
  };
  const opToets = (toets: React.KeyboardEvent) => {
    const [rij, kolom] = actief;
    const doel =
      toets.key === "Home"
        ? zoek(toets.ctrlKey ? 0 : rij, 0, [0, 1])
        : toets.key === "End"
          ? zoek(toets.ctrlKey ? rijen - 1 : rij, kolommen - 1, [0, -1])
          : STAP[toets.key] && stap(rij, kolom, STAP[toets.key]!);
    if (!doel) return;
    toets.preventDefault();
    doel.focus();
  };
  return {
    tabel,
    opToets,
    eigenschappen: (rij: number, kolom: number) => ({
      "data-plek": plek(rij, kolom),
      tabIndex: actief[0] === rij && actief[1] === kolom ? 0 : -1,
      onFocus: () => zetActief([rij, kolom]),
    }),
    /** Nothing to stop at there, or filters took it away: the first place with something in it. */
    herstel: () => {
      if (cel(...actief)) return;
      const [rij, kolom] =
        tabel.current?.querySelector<HTMLElement>("[data-plek]")?.dataset.plek?.split("-") ?? [];
      if (rij && kolom) zetActief([Number(rij), Number(kolom)]);
    },
  };
}
