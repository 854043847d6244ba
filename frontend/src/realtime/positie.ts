// A position is "<epoch><separator><number>". Only the number at the end is compared, and only within one epoch.
const ontleed = (positie: string) => /^(.*?)(\d+)$/.exec(positie);

/** Is `a` at or past `b`? Positions of different epochs cannot be compared: then no. */
export function isBij(a: string | undefined, b: string): boolean {
  if (a === undefined) return false;
  const [links, rechts] = [ontleed(a), ontleed(b)];
  if (!links || !rechts || links[1] !== rechts[1]) return a === b;
  return BigInt(links[2]!) >= BigInt(rechts[2]!);
}

export const isOuder = (a: string, b: string): boolean => isBij(b, a) && a !== b;
