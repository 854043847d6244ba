// A mention is stored as @[naam](persoon-id) and typed as @Naam.
const VERMELDING = /@\[([^\]]+)\]\(([^)\s]+)\)/g;

export type Vermelde = { id: string; naam: string };
export type Deel = { tekst: string } | { persoon: Vermelde };

/** A stored text in pieces to show: plain text, and the names as chips. */
export function inDelen(opgeslagen: string): Deel[] {
  const delen: Deel[] = [];
  let tot = 0;
  for (const vondst of opgeslagen.matchAll(VERMELDING)) {
    if (vondst.index > tot) delen.push({ tekst: opgeslagen.slice(tot, vondst.index) });
    delen.push({ persoon: { naam: vondst[1]!, id: vondst[2]! } });
    tot = vondst.index + vondst[0].length;
  }
  if (tot < opgeslagen.length) delen.push({ tekst: opgeslagen.slice(tot) });
  return delen;
}

/** The stored text as one types it, with who is mentioned in it. */
export function naarInvoer(opgeslagen: string): { tekst: string; vermelde: Vermelde[] } {
  const delen = inDelen(opgeslagen);
  return {
    tekst: delen.map((deel) => ("tekst" in deel ? deel.tekst : `@${deel.persoon.naam}`)).join(""),
    vermelde: delen.flatMap((deel) => ("persoon" in deel ? [deel.persoon] : [])),
  };
}

/** What was typed, as it is stored. Longer names first: "@Anna de Vries" is not "@Anna". */
export function naarOpslag(tekst: string, vermelde: readonly Vermelde[]): string {
  const perNaam = new Map(vermelde.map((een) => [een.naam, een]));
  const namen = [...perNaam.keys()].sort((a, b) => b.length - a.length);
  if (namen.length === 0) return tekst;
  const patroon = namen.map((naam) => naam.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return tekst.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])@(${patroon})(?![\\p{L}\\p{N}])`, "gu"),
    (_, naam: string) => `@[${naam}](${perNaam.get(naam)!.id})`,
  );
}

/** What is being typed after an @ right before the cursor; undefined when nobody is being mentioned. */
export function zoekVermelding(tekst: string, cursor: number): { begin: number; zoek: string } | undefined {
  const vondst = /(?:^|[\s(])@([\p{L}\p{N}-]*(?: [\p{L}\p{N}-]*)?)$/u.exec(tekst.slice(0, cursor));
  if (!vondst) return undefined;
  return { begin: cursor - vondst[1]!.length - 1, zoek: vondst[1]! };
}
