// A range of cells, as a sheet copies and pastes it: tabs between columns, line breaks between rows.

export type Plek = [rij: number, kolom: number];
export type Blok = { van: Plek; tot: Plek };

/** The rows and columns of a range, whichever way it was drawn. */
export function randen({ van, tot }: Blok) {
  return {
    boven: Math.min(van[0], tot[0]),
    onder: Math.max(van[0], tot[0]),
    links: Math.min(van[1], tot[1]),
    rechts: Math.max(van[1], tot[1]),
  };
}

export function inBlok(blok: Blok, [rij, kolom]: Plek): boolean {
  const { boven, onder, links, rechts } = randen(blok);
  return rij >= boven && rij <= onder && kolom >= links && kolom <= rechts;
}

/** One cell as a sheet writes it: between quotes when it holds a tab, a line break or a quote. */
const veld = (tekst: string) => (/["\t\n\r]/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst);

export const alsTsv = (rijen: string[][]): string => rijen.map((rij) => rij.map(veld).join("\t")).join("\n");

/** Reads what Excel, LibreOffice or this page put on the clipboard. */
export function leesTsv(tekst: string): string[][] {
  const rijen: string[][] = [[]];
  let cel = "";
  let i = 0;
  const sluit = () => {
    rijen.at(-1)!.push(cel);
    cel = "";
  };
  while (i < tekst.length) {
    const teken = tekst[i]!;
    if (teken === '"' && cel === "") {
      let einde = i + 1;
      while (einde < tekst.length && !(tekst[einde] === '"' && tekst[einde + 1] !== '"')) {
        einde += tekst[einde] === '"' ? 2 : 1;
      }
      cel = tekst.slice(i + 1, einde).replaceAll('""', '"');
      i = einde + 1;
      continue;
    }
    if (teken === "\t") sluit();
    else if (teken === "\n") {
      sluit();
      rijen.push([]);
    } else if (teken !== "\r") cel += teken;
    i += 1;
  }
  sluit();
  // A sheet ends with a line break: that is no row.
  if (rijen.length > 1 && rijen.at(-1)!.length === 1 && rijen.at(-1)![0] === "") rijen.pop();
  return rijen;
}

/** Where a pasted range lands: one value fills the whole selection, more begin at its corner. */
export function leg(blok: Blok, geplakt: string[][]): { plek: Plek; tekst: string }[] {
  const { boven, onder, links, rechts } = randen(blok);
  const een = geplakt.length === 1 && geplakt[0]!.length === 1 ? geplakt[0]![0]! : undefined;
  if (een !== undefined) {
    const plekken: { plek: Plek; tekst: string }[] = [];
    for (let rij = boven; rij <= onder; rij += 1)
      for (let kolom = links; kolom <= rechts; kolom += 1) plekken.push({ plek: [rij, kolom], tekst: een });
    return plekken;
  }
  return geplakt.flatMap((rij, omlaag) =>
    rij.map((tekst, opzij) => ({ plek: [boven + omlaag, links + opzij] as Plek, tekst })),
  );
}

/** The rows in sight, with some on either side, so that scrolling shows no gaps. */
export function venster(
  boven: number,
  hoogte: number,
  rijhoogte: number,
  aantal: number,
  marge = 8,
): [number, number] {
  const eerste = Math.max(0, Math.floor(boven / rijhoogte) - marge);
  return [eerste, Math.min(aantal, Math.ceil((boven + hoogte) / rijhoogte) + marge)];
}
