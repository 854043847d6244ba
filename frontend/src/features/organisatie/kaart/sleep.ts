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
import { useEffect, useEffectEvent, useState } from "react";
import { vakOp } from "./indeling";
import type { Vak } from "./kaart";

const SOORT = "stakeholder";
const isStakeholder = ({ source }: { source: { data: Record<string, unknown> } }) =>
  source.data.soort === SOORT;

/** A name card that can be picked up. */
export function useSleepKaartje(element: React.RefObject<HTMLElement | null>, id: string, mag: boolean) {
  const [sleept, zetSleept] = useState(false);
  useEffect(() => {
    if (!element.current || !mag) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ soort: SOORT, id }),
      onDragStart: () => zetSleept(true),
      onDrop: () => zetSleept(false),
    });
  }, [element, id, mag]);
  return sleept;
}

type Opties = {
  stralen: readonly number[];
  breedte: number;
  groepen: readonly string[];
  opNeergelegd: (id: string, vak: Vak) => void;
  opSleep: (id: string | null) => void;
};

/** The whole picture is one place to let go: where the pointer is says which ring and group. */
export function useSleepKaart(element: React.RefObject<HTMLElement | null>, opties: Opties) {
  const [boven, zetBoven] = useState<Vak>();
  const onder = useEffectEvent(({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const { left, top, width, height } = element.current!.getBoundingClientRect();
    const schaal = opties.breedte / width;
    const [x, y] = [(clientX - left - width / 2) * schaal, (clientY - top - height / 2) * schaal];
    return vakOp(x, y, opties.stralen, opties.groepen);
  });
  const legNeer = useEffectEvent((id: string, vak: Vak) => opties.opNeergelegd(id, vak));
  const meld = useEffectEvent((id: string | null) => opties.opSleep(id));
  useEffect(() => {
    const kaart = element.current;
    if (!kaart) return;
    return combine(
      dropTargetForElements({
        element: kaart,
        canDrop: isStakeholder,
        onDrag: ({ location }) => {
          const nu = onder(location.current.input);
          zetBoven((was) => (was?.groep === nu?.groep && was?.ring === nu?.ring ? was : nu));
        },
        onDragLeave: () => zetBoven(undefined),
        onDrop: ({ source, location }) => {
          zetBoven(undefined);
          const vak = onder(location.current.input);
          if (vak) legNeer(source.data.id as string, vak);
        },
      }),
      monitorForElements({
        canMonitor: isStakeholder,
        onDragStart: ({ source }) => meld(source.data.id as string),
        onDrop: () => meld(null),
      }),
      autoScrollForElements({ element: kaart.parentElement!.parentElement!, canScroll: isStakeholder }),
      autoScrollWindowForElements({ canScroll: isStakeholder }),
    );
  }, [element]);
  return boven;
}
