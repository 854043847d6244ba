import type { Invloedsring } from "~/graphql/gen/graphql";
import { RING_VOLGORDE, type Vak } from "./kaart";

/** A name card, and the room around it. */
export const BREED = 124;
export const HOOG = 34;
const TUSSEN = 6;
/** The picture is wider than high, like a screen and like paper on its side. */
export const REK = 1.42;
/** The MGR in the middle. */
const HART = 46;
const DUNST = 58;
/** Free along the axes: for the lines and the names of the rings. */
const AS_X = 10;
const AS_Y = 15;
/** Right above, right below, left below, left above: as the groups go round. */
const KANT = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const;
export const MEESTE_GROEPEN = KANT.length;

type Slot = { x: number; y: number };
export type Plek = { id: string; x: number; y: number };
export type Indeling = {
  /** Outer radius (vertical) of each ring, from the middle outwards; the middle itself comes first. */
  stralen: readonly number[];
  plekken: readonly Plek[];
  breedte: number;
  hoogte: number;
};

/** Does a point lie within the ellipse of this radius? */
const straal = (x: number, y: number) => Math.hypot(x / REK, y);

/** Where cards fit between two ellipses, in the quarter right below; from the axis outwards. */
function slots(binnen: number, buiten: number): Slot[] {
  const lijst: Slot[] = [];
  for (let y = AS_Y; y + HOOG < buiten; y += HOOG + TUSSEN) {
    const van = Math.max(AS_X, binnen > y ? Math.sqrt(binnen ** 2 - y ** 2) * REK + TUSSEN : AS_X);
    const tot = Math.sqrt(buiten ** 2 - (y + HOOG) ** 2) * REK - TUSSEN;
    for (let x = van; x + BREED <= tot; x += BREED + TUSSEN) lijst.push({ x, y });
  }
  return lijst;
}

/** Evenly over what there is, so that a few do not all lie on one side. */
const verdeel = (lijst: Slot[], aantal: number) =>
  Array.from({ length: aantal }, (_, i) => lijst[Math.floor((i * lijst.length) / aantal)]!);

/** Gives each card a place in its ring and group, without overlap: rings grow until everything fits. */
export function deelIn(vakken: ReadonlyMap<string, Vak>, groepen: readonly string[]): Indeling {
  const kwadranten = groepen.slice(0, MEESTE_GROEPEN);
  const stralen = [HART];
  const plekken: Plek[] = [];
  for (const ring of RING_VOLGORDE) {
    const perGroep = kwadranten.map((groep) =>
      [...vakken].filter(([, vak]) => vak.ring === ring && vak.groep === groep).map(([id]) => id),
    );
    const meeste = Math.max(0, ...perGroep.map((ids) => ids.length));
    const binnen = stralen.at(-1)!;
    let buiten = binnen + DUNST;
    while (slots(binnen, buiten).length < meeste) buiten += 4;
    const ruimte = slots(binnen, buiten);
    perGroep.forEach((ids, kwadrant) => {
      const [rechts, onder] = KANT[kwadrant]!;
      verdeel(ruimte, ids.length).forEach(({ x, y }, i) =>
        plekken.push({
          id: ids[i]!,
          x: rechts > 0 ? x : -x - BREED,
          y: onder > 0 ? y : -y - HOOG,
        }),
      );
    });
    stralen.push(buiten);
  }
  const laatste = stralen.at(-1)!;
  return { stralen, plekken, breedte: 2 * laatste * REK, hoogte: 2 * laatste };
}

/** The ring and group under a point, counted from the middle; undefined on the MGR itself and outside. */
export function vakOp(
  x: number,
  y: number,
  stralen: readonly number[],
  groepen: readonly string[],
): Vak | undefined {
  const ver = straal(x, y);
  const ring = stralen.findIndex((buiten) => ver <= buiten) - 1;
  const kwadrant = KANT.findIndex(([rechts, onder]) => x * rechts >= 0 && y * onder >= 0);
  const groep = groepen[kwadrant];
  if (ring < 0 || groep === undefined) return undefined;
  return { groep, ring: RING_VOLGORDE[ring]! };
}

/** One ring inwards or outwards; undefined at the edge. */
export const ringNaast = (ring: Invloedsring, stap: -1 | 1): Invloedsring | undefined =>
  RING_VOLGORDE[RING_VOLGORDE.indexOf(ring) + stap];
