/** Names in a sentence: "x", "x en y", "x, y en z", "x, y en nog 3". */
export function opsomming(namen: string[], hooguit = 3): string {
  if (namen.length === 0) return "";
  const over = namen.length - hooguit;
  // "en nog 1" is no shorter than the name itself.
  const getoond = over > 0 ? namen.slice(0, hooguit - 1) : namen;
  const delen = over > 0 ? [...getoond, `nog ${namen.length - getoond.length}`] : getoond;
  return delen.length === 1 ? delen[0]! : `${delen.slice(0, -1).join(", ")} en ${delen.at(-1)}`;
}
