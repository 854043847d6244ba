import { maakWinkel } from "~/lib/winkel";

/** The places in the header of the shell that a page fills. */
export type Plekken = { kop: HTMLElement | null; aanwezig: HTMLElement | null };
export const plekken = maakWinkel<Plekken>({ kop: null, aanwezig: null });

export const zetKop = (kop: HTMLElement | null) => plekken.zet((oud) => ({ ...oud, kop }));
export const zetAanwezig = (aanwezig: HTMLElement | null) => plekken.zet((oud) => ({ ...oud, aanwezig }));
