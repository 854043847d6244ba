import type { Herhaaleenheid } from "~/graphql/gen/graphql";

/** How often a task comes back. */
export type Herhaling = { elke: number; eenheid: Herhaaleenheid };

const WOORD: Record<Herhaaleenheid, { elk: string; een: string; meer: string }> = {
  DAG: { elk: "elke", een: "dag", meer: "dagen" },
  WEEK: { elk: "elke", een: "week", meer: "weken" },
  MAAND: { elk: "elke", een: "maand", meer: "maanden" },
  KWARTAAL: { elk: "elk", een: "kwartaal", meer: "kwartalen" },
  JAAR: { elk: "elk", een: "jaar", meer: "jaar" },
};

/** "elke week", "elke 2 weken": as the history says it. */
export function herhalingTekst({ elke, eenheid }: Herhaling): string {
  const { elk, een, meer } = WOORD[eenheid];
  return elke === 1 ? `${elk} ${een}` : `elke ${elke} ${meer}`;
}

/** What people mostly choose. */
export const GEWOON: readonly Herhaling[] = [
  { elke: 1, eenheid: "WEEK" },
  { elke: 2, eenheid: "WEEK" },
  { elke: 1, eenheid: "MAAND" },
  { elke: 1, eenheid: "KWARTAAL" },
  { elke: 1, eenheid: "JAAR" },
];
export const isGewoon = (herhaling: Herhaling) =>
  GEWOON.some(({ elke, eenheid }) => elke === herhaling.elke && eenheid === herhaling.eenheid);

export const EENHEDEN = (Object.keys(WOORD) as Herhaaleenheid[]).map((id) => ({ id, naam: WOORD[id].meer }));
