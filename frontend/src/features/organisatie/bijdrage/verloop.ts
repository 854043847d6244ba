import { line } from "d3-shape";
import type { Maat } from "./bijdrage";

type Kwartaal = Maat["verloop"][number];
export type Punt = { x: number; y: number };
export type Lijn = { sleutel: string; naam: string; pad: string; punten: Punt[] };

/**
 * A line per region over the quarters, each in the middle of its part of the width. A quarter with nothing to count is a
 * gap: the line does not run through it.
 */
export function lijnen(verloop: readonly Kwartaal[], breed: number, hoog: number): Lijn[] {
  const stap = breed / Math.max(1, verloop.length);
  return (verloop[0]?.regios ?? []).map(({ regio }) => {
    const punten = verloop.map(({ regios }, nummer) => {
      const procent = regios.find((een) => een.regio.id === regio.id)?.telling.procent ?? null;
      return procent === null ? null : { x: (nummer + 0.5) * stap, y: hoog - (procent / 100) * hoog };
    });
    const pad = line<Punt | null>()
      .defined((punt) => punt !== null)
      .x((punt) => punt!.x)
      .y((punt) => punt!.y);
    return {
      sleutel: regio.sleutel,
      naam: regio.naam,
      pad: pad(punten) ?? "",
      punten: punten.filter((punt) => punt !== null),
    };
  });
}

/** "K1", and the year where it begins. */
export function askop({ van }: { van: string }, nummer: number): { kwartaal: string; jaar?: string } {
  const kwartaal = Math.ceil(Number(van.slice(5, 7)) / 3);
  return { kwartaal: `K${kwartaal}`, jaar: nummer === 0 || kwartaal === 1 ? van.slice(0, 4) : undefined };
}
