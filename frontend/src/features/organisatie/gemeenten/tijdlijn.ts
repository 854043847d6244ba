import type { DeelnameStatus } from "~/graphql/gen/graphql";

type Deelname = { id: string; status: DeelnameStatus; van?: string | null; tot?: string | null };
export type Balk<D> = {
  deelname: D;
  /** Percentages of the width. */
  links: number;
  breedte: number;
  /** Nobody knows when it began; the bar starts at the edge. */
  beginOnbekend: boolean;
};
export type Tijdlijn<D> = { jaren: { jaar: number; links: number }[]; nu: number; balken: Balk<D>[] };

/** A day, month or year as a number: the middle of 2014 is 2014.5. */
export function alsJaar(datum: string): number {
  const [jaar, maand = 1, dag = 1] = datum.split("-").map(Number);
  return jaar! + (maand - 1) / 12 + (dag - 1) / 372;
}

/** The bars of a few participations on one scale of years; what has no end runs to the edge. */
export function maakTijdlijn<D extends Deelname>(deelnames: D[], vandaag: string): Tijdlijn<D> | undefined {
  const nu = alsJaar(vandaag);
  const bekend = deelnames.flatMap(({ van, tot }) => [van, tot]).filter((datum) => !!datum);
  if (bekend.length === 0) return undefined;
  const begin = Math.floor(Math.min(nu, ...bekend.map((datum) => alsJaar(datum!))));
  const einde = Math.ceil(Math.max(nu, ...bekend.map((datum) => alsJaar(datum!))) + 0.5);
  const plek = (jaar: number) => ((jaar - begin) / (einde - begin)) * 100;
  const stap = Math.max(1, Math.ceil((einde - begin) / 7));
  const jaren = [];
  for (let jaar = begin; jaar < einde; jaar += stap) jaren.push({ jaar, links: plek(jaar) });
  const balken = deelnames.map((deelname) => {
    const van = deelname.van ? alsJaar(deelname.van) : begin;
    const tot = deelname.tot ? alsJaar(deelname.tot) : einde;
    return {
      deelname,
      links: plek(van),
      breedte: Math.max(0, plek(tot) - plek(van)),
      beginOnbekend: !deelname.van,
    };
  });
  return { jaren, nu: plek(nu), balken };
}
