const kaal = (tekst: string) =>
  tekst
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Does every word of the search occur somewhere? Without regard to capitals and accents. */
export function komtVoor(zoek: string, ...teksten: (string | null | undefined)[]): boolean {
  const alles = kaal(teksten.filter(Boolean).join(" "));
  return kaal(zoek)
    .split(/\s+/)
    .every((woord) => alles.includes(woord));
}
