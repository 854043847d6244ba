import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import {
  autoScrollForElements,
  autoScrollWindowForElements,
} from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { useEffect, useEffectEvent, useState } from "react";
import type { Kaart } from "./volgorde";

export type Rand = "boven" | "onder";
type Plek = { kolom: string; baan: string };
/** Where a card was let go: a cell, and beside which card. */
export type Neergelegd = Plek & { taak: string; bij?: { id: string; rand: Rand } };

const isTaak = (gegevens: Record<string, unknown>) => gegevens.soort === "taak";

/** A card that can be picked up, and next to which another can be laid. */
export function useSleepKaart(element: React.RefObject<HTMLElement | null>, taak: Kaart, plek: Plek) {
  const [sleept, zetSleept] = useState(false);
  const [rand, zetRand] = useState<Rand | null>(null);
  const { id, magWijzigen } = taak;
  const { kolom, baan } = plek;
  useEffect(() => {
    const kaart = element.current;
    if (!kaart) return;
    return combine(
      draggable({
        element: kaart,
        canDrag: () => magWijzigen,
        getInitialData: () => ({ soort: "taak", id, baan }),
        onDragStart: () => zetSleept(true),
        onDrop: () => zetSleept(false),
      }),
      dropTargetForElements({
        element: kaart,
        canDrop: ({ source }) => isTaak(source.data) && source.data.id !== id,
        getData: ({ input, element: doel }) =>
          attachClosestEdge({ id, kolom, baan }, { input, element: doel, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self }) => zetRand(extractClosestEdge(self.data) === "top" ? "boven" : "onder"),
        onDragLeave: () => zetRand(null),
        onDrop: () => zetRand(null),
      }),
    );
  }, [element, id, kolom, baan, magWijzigen]);
  return { sleept, rand };
}

/** A cell: where there is no card under the pointer, the card comes at the end. */
export function useSleepCel(element: React.RefObject<HTMLElement | null>, kolom: string, baan: string) {
  const [boven, zetBoven] = useState<"cel" | "kaart" | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const kijk = (aantal: number) => zetBoven(aantal === 1 ? "cel" : "kaart");
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => isTaak(source.data),
      getData: () => ({ kolom, baan }),
      onDrag: ({ location }) => kijk(location.current.dropTargets.length),
      onDragLeave: () => zetBoven(null),
      onDrop: () => zetBoven(null),
    });
  }, [element, kolom, baan]);
  return boven;
}

/** The board: hears where a card was let go, and scrolls along near the edges. */
export function useSleepBord(
  element: React.RefObject<HTMLElement | null>,
  opNeergelegd: (neergelegd: Neergelegd) => void,
  opSleep: (taak: string | null) => void,
  rolt: boolean,
) {
  const legNeer = useEffectEvent(opNeergelegd);
  const meld = useEffectEvent(opSleep);
  useEffect(() => {
    if (!element.current) return;
    return combine(
      monitorForElements({
        canMonitor: ({ source }) => isTaak(source.data),
        onDragStart: ({ source }) => meld(source.data.id as string),
        onDrop: ({ source, location }) => {
          meld(null);
          const [doel] = location.current.dropTargets;
          if (!doel) return;
          const { id, kolom, baan } = doel.data as Partial<Record<string, string>>;
          const rand: Rand = extractClosestEdge(doel.data) === "top" ? "boven" : "onder";
          legNeer({
            taak: source.data.id as string,
            kolom: kolom!,
            baan: baan!,
            bij: id === undefined ? undefined : { id, rand },
          });
        },
      }),
      rolt
        ? autoScrollForElements({ element: element.current, canScroll: ({ source }) => isTaak(source.data) })
        : () => {},
      autoScrollWindowForElements({ canScroll: ({ source }) => isTaak(source.data) }),
    );
  }, [element, rolt]);
}
