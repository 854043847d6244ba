import { STANDEN } from "../attribuut";

type Punt = { op: string; samen: { totaal: number; standen: readonly { stand: string; aantal: number }[] } };

/** Stacked areas over time: what stands longest is widest. One day alone fills the whole width. */
export function vlakken(
  punten: readonly Punt[],
  breed: number,
  hoog: number,
  dagenTussen: (van: string, tot: string) => number,
): { stand: string; pad: string }[] {
  const [eerste, laatste] = [punten[0], punten.at(-1)];
  if (!eerste || !laatste) return [];
  const dagen = Math.max(1, dagenTussen(eerste.op, laatste.op));
  // Nothing changes between two days: a step, not a slope.
  const stappen = punten.flatMap((punt, i) => {
    const volgende = punten[i + 1];
    const van = (dagenTussen(eerste.op, punt.op) / dagen) * breed;
    const tot = volgende ? (dagenTussen(eerste.op, volgende.op) / dagen) * breed : breed;
    return [
      { x: van, punt },
      { x: tot, punt },
    ];
  });
  const hoogte = (punt: Punt, tot: number) =>
    STANDEN.slice(0, tot).reduce(
      (som, stand) => som + (punt.samen.standen.find((een) => een.stand === stand)?.aantal ?? 0),
      0,
    );
  const y = (punt: Punt, tot: number) => hoog - (hoogte(punt, tot) / Math.max(1, punt.samen.totaal)) * hoog;
  const rond = (getal: number) => Math.round(getal * 10) / 10;
  return STANDEN.map((stand, nummer) => {
    const onder = stappen.map(({ x, punt }) => `${rond(x)},${rond(y(punt, nummer))}`);
    const boven = stappen.map(({ x, punt }) => `${rond(x)},${rond(y(punt, nummer + 1))}`);
    return { stand, pad: `M${onder.join("L")}L${boven.reverse().join("L")}Z` };
  });
}
