import type { DeelnameStatus } from "~/graphql/gen/graphql";

type Deelname = {
  id: string;
  status: DeelnameStatus;
  van?: string | null;
  gemeente: { id: string };
  module: { id: string };
};

/** Each participation in its place: per gemeente, per module. */
export function perGemeente<D extends Deelname>(deelnames: D[]): Map<string, Map<string, D>> {
  const tabel = new Map<string, Map<string, D>>();
  for (const deelname of deelnames) {
    const rij = tabel.get(deelname.gemeente.id) ?? new Map<string, D>();
    tabel.set(deelname.gemeente.id, rij.set(deelname.module.id, deelname));
  }
  return tabel;
}

const WOORD: [DeelnameStatus, enkel: string, meer: string][] = [
  ["DEELNEMER", "deelnemer", "deelnemers"],
  ["VOORGENOMEN", "voorgenomen", "voorgenomen"],
  ["BEEINDIGD", "beëindigd", "beëindigd"],
];

/** How a module stands: "7 deelnemers, 7 voorgenomen". */
export function telling(deelnames: Deelname[], module: string): string {
  const hier = deelnames.filter((deelname) => deelname.module.id === module);
  const delen = WOORD.map(([status, enkel, meer]) => {
    const aantal = hier.filter((deelname) => deelname.status === status).length;
    return aantal > 0 && `${aantal} ${aantal === 1 ? enkel : meer}`;
  }).filter(Boolean);
  return delen.join(", ") || "geen deelnemers";
}

/** Days worth looking at: when something began or ended. A year or month counts from its first day. */
export function wissels(deelnames: { van?: string | null; tot?: string | null }[]): string[] {
  const dagen = deelnames
    .flatMap(({ van, tot }) => [van, tot])
    .filter((datum) => !!datum)
    .map((datum) => `${datum}-01-01`.slice(0, 10));
  return [...new Set(dagen)].sort();
}
