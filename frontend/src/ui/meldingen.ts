import { maakWinkel } from "~/lib/winkel";

export type Toast = { id: number; tekst: string; actie?: { naam: string; doe: () => void } };
export const toasts = maakWinkel<Toast[]>([]);
export const aankondiging = maakWinkel("");

let volgende = 1;
const BEWAAR = 3;

export const sluitToast = (id: number) => toasts.zet((lijst) => lijst.filter((toast) => toast.id !== id));

const LEESTIJD_MS = 10_000;

/** A message at the edge of the screen. With an action it stays until closed or pushed out: an undo must not run away. */
export function meldToast(tekst: string, actie?: Toast["actie"]) {
  const toast = { id: volgende++, tekst, actie };
  toasts.zet((lijst) => [...lijst, toast].slice(-BEWAAR));
  if (!actie) setTimeout(() => sluitToast(toast.id), LEESTIJD_MS);
}

/** Says something to who does not see the screen change. */
export function kondigAan(tekst: string) {
  // A screen reader stays silent when the same text is set again.
  aankondiging.zet((oud) => (oud === tekst ? `${tekst}\u00a0` : tekst));
}
