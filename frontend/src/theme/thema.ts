import { maakWinkel, useWinkel } from "~/lib/winkel";

export type Thema = "systeem" | "licht" | "donker";
const SLEUTEL = "samenspel.thema";
const isThema = (tekst: string | null): tekst is Thema =>
  tekst === "systeem" || tekst === "licht" || tekst === "donker";

const bewaard = localStorage.getItem(SLEUTEL);
const winkel = maakWinkel<Thema>(isThema(bewaard) ? bewaard : "systeem");

function pasToe() {
  const thema = winkel.lees();
  if (thema === "systeem") delete document.documentElement.dataset.thema;
  else document.documentElement.dataset.thema = thema;
}
pasToe();

export function kiesThema(thema: Thema) {
  winkel.zet(() => thema);
  localStorage.setItem(SLEUTEL, thema);
  pasToe();
}
export const useThema = () => useWinkel(winkel);
