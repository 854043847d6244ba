/** Ways in which people write a BSN: in one piece, or in these groups. The same rules as the hub's own. */
const GROEPEN = [
  [4, 2, 3],
  [3, 3, 3],
  [3, 2, 4],
];

function slaagt(cijfers: string): boolean {
  const getal = cijfers.padStart(9, "0");
  const som = [...getal].reduce((tot, cijfer, i) => tot + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0);
  return /[1-9]/.test(getal) && som % 11 === 0;
}

function isBsn(groepen: string[]): boolean {
  if (groepen.some((groep) => (groep.length === 8 || groep.length === 9) && slaagt(groep))) return true;
  return GROEPEN.some((lengtes) =>
    groepen.some((_, begin) => {
      const venster = groepen.slice(begin, begin + lengtes.length);
      return (
        venster.length === lengtes.length &&
        venster.every((groep, i) => groep.length === lengtes[i]) &&
        slaagt(venster.join(""))
      );
    }),
  );
}

/** Where in a text a BSN stands, or a number that looks like one. */
export function vindBsn(tekst: string): { van: number; tot: number }[] {
  const gevonden: { van: number; tot: number }[] = [];
  for (const { 0: getal, index } of tekst.matchAll(/\d+(?:[. \-\u00a0]\d+)*/g)) {
    const vastAanWoord = /[\p{L}\p{N}_]/u;
    const voor = tekst[index - 1] ?? "";
    const na = tekst[index + getal.length] ?? "";
    if (vastAanWoord.test(voor) || vastAanWoord.test(na)) continue;
    if (isBsn(getal.split(/[. \-\u00a0]/))) gevonden.push({ van: index, tot: index + getal.length });
  }
  return gevonden;
}
