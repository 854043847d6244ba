import { Graph, layout } from "@dagrejs/dagre";
import { naamVan, type Lijn } from "./lijnen";

export const BREED = 148;
export const HOOG = 46;
const LABEL_HOOG = 24;
/** About the width of a letter in a label. */
const LETTER = 7;

export type Punt = { x: number; y: number };
export type Indeling = {
  breedte: number;
  hoogte: number;
  partijen: (Punt & { id: string; naam: string; partij: Lijn["relatie"]["van"] })[];
  lijnen: { lijn: Lijn; punten: Punt[]; label: Punt }[];
};

/** A directed graph from left to right; who is not connected stands apart. */
export function deelIn(lijnen: readonly Lijn[]): Indeling {
  const graaf = new Graph({ multigraph: true });
  graaf.setGraph({ rankdir: "LR", nodesep: 22, ranksep: 26, edgesep: 14, marginx: 8, marginy: 8 });
  const partijen = new Map<string, Lijn["relatie"]["van"]>();
  for (const { relatie } of lijnen) {
    for (const partij of [relatie.van, relatie.naar]) {
      if (partijen.has(partij.id)) continue;
      partijen.set(partij.id, partij);
      graaf.setNode(partij.id, { width: BREED, height: HOOG });
    }
    const width = relatie.soort.length * LETTER + 40;
    graaf.setEdge(relatie.van.id, relatie.naar.id, { width, height: LABEL_HOOG, labelpos: "c" }, relatie.id);
  }
  layout(graaf);
  const { width = 0, height = 0 } = graaf.graph();
  return {
    breedte: width,
    hoogte: height,
    partijen: [...partijen].map(([id, partij]) => {
      const { x, y } = graaf.node(id);
      return { id, naam: naamVan(partij), partij, x: x!, y: y! };
    }),
    lijnen: lijnen.map((lijn) => {
      const { van, naar, id } = lijn.relatie;
      const { points, x, y } = graaf.edge(van.id, naar.id, id);
      return { lijn, punten: points!, label: { x: x!, y: y! } };
    }),
  };
}
