import { graphql } from "~/graphql/gen";
import type { FaseStand, FaseVanTrajectFragment } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { nieuwId } from "~/lib/id";
import type { StatusSoort } from "~/ui/Status";

export const FaseVanTraject = graphql(`
  fragment FaseVanTraject on Fase {
    sleutel
    naam
    stand
    gehaaldOp
    verwacht
    poort {
      id
      naam
      tot
    }
    wachtOp {
      id
      naam
    }
  }
`);
export type Fase = FaseVanTrajectFragment;

export const STAND: Record<FaseStand, [soort: StatusSoort, woord: string]> = {
  AFGEROND: ["gereed", "afgerond"],
  NU: ["bezig", "nu"],
  KOMT_NOG: ["open", "komt nog"],
};

/** When its gate was, or is to be, reached. */
export function wanneer({ gehaaldOp, verwacht, poort }: Fase): string {
  if (gehaaldOp) return `gehaald op ${datumTekst(gehaaldOp)}`;
  if (!poort) return "";
  const gepland = `gepland op ${datumTekst(poort.tot)}`;
  return verwacht && verwacht > poort.tot ? `${gepland}, verwacht op ${datumTekst(verwacht)}` : gepland;
}

/** A phase in the form. `eigen` tells rows apart that have no key yet. */
export type Rij = { eigen: string; sleutel: string | null; naam: string; poort: string | null };
export const rijenVan = (fasen: readonly Fase[]): Rij[] =>
  fasen.map(({ sleutel, naam, poort }) => ({ eigen: sleutel, sleutel, naam, poort: poort?.id ?? null }));
export const nieuweRij = (): Rij => ({ eigen: nieuwId(), sleutel: null, naam: "", poort: null });
/** As the hub wants them. */
export const invoerVan = (rijen: readonly Rij[]) =>
  rijen.map(({ sleutel, naam, poort }) => ({ sleutel, naam, poort }));
export const gelijk = (een: readonly Rij[], ander: readonly Rij[]) =>
  JSON.stringify(invoerVan(een)) === JSON.stringify(invoerVan(ander));

/** The same rows with one of them a place up (-1) or down (1). */
export function schuif(rijen: readonly Rij[], plek: number, stap: -1 | 1): Rij[] {
  const naar = plek + stap;
  const nieuw = [...rijen];
  if (!nieuw[plek] || !nieuw[naar]) return nieuw;
  [nieuw[plek], nieuw[naar]] = [nieuw[naar], nieuw[plek]];
  return nieuw;
}

/** Phases that I keep although somebody else took them out are new to the hub. */
export function houd(mijn: readonly Rij[], nu: readonly Rij[]): Rij[] {
  const bekend = new Set(nu.map(({ sleutel }) => sleutel));
  return mijn.map((rij) => (rij.sleutel && !bekend.has(rij.sleutel) ? { ...rij, sleutel: null } : rij));
}
