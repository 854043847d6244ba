import { maakWinkel } from "~/lib/winkel";

/** Sessions this device took part in under a name: what was written there may be put on one's own name later. */
export type Deelname = { token: string; sessie: string; naam: string; schuilnaam: string; op: number };

const SLEUTEL = "samenspel.deelnames";
/** Who did not come back to it by then never will; and another may use this device. */
const BEWAARD = 30 * 24 * 60 * 60 * 1000;

function lees(): Deelname[] {
  try {
    const bewaard: unknown = JSON.parse(localStorage.getItem(SLEUTEL) ?? "[]");
    return Array.isArray(bewaard)
      ? (bewaard as Deelname[]).filter(({ op }) => op > Date.now() - BEWAARD)
      : [];
  } catch {
    return [];
  }
}

export const deelnames = maakWinkel<Deelname[]>(lees());
deelnames.volg(() => localStorage.setItem(SLEUTEL, JSON.stringify(deelnames.lees())));

export const onthoudDeelname = (deelname: Omit<Deelname, "op">) =>
  deelnames.zet((oud) => [...oud, { ...deelname, op: Date.now() }]);
export const vergeetDeelname = (token: string) =>
  deelnames.zet((oud) => oud.filter((een) => een.token !== token));
