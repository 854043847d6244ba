type Taak = { teLaat: boolean; vervaldatum?: string | null; nummer: number };

/** Late first, then what is due soonest; without a date comes last. */
export const opVolgorde = <T extends Taak>(taken: readonly T[]): T[] =>
  [...taken].sort(
    (a, b) =>
      Number(b.teLaat) - Number(a.teLaat) ||
      (a.vervaldatum ?? "9999").localeCompare(b.vervaldatum ?? "9999") ||
      a.nummer - b.nummer,
  );
