import { nieuwId } from "~/lib/id";
import { maakWinkel } from "~/lib/winkel";
import { SCHRIJF, TREK_IN, WIJZIG } from "./vragen";
import { wijzig, type Fout } from "./hub";

/**
 * My notes. Only this phone knows that they are mine: each has a secret of its own, so that not even the hub can tell
 * which notes came from one hand.
 */
export type Eigen = { sleutel: string; id?: string; fase: string; kolom: string; tekst: string };
type Bewaard = Readonly<Record<string, Eigen[]>>;

const SLEUTEL = "samenspel.notities";
function bewaard(): Bewaard {
  try {
    return JSON.parse(localStorage.getItem(SLEUTEL) ?? "{}") as Bewaard;
  } catch {
    return {};
  }
}
export const eigen = maakWinkel<Bewaard>(bewaard());
eigen.volg(() => localStorage.setItem(SLEUTEL, JSON.stringify(eigen.lees())));

const zet = (sessie: string, doe: (lijst: Eigen[]) => Eigen[]) =>
  eigen.zet((oud) => ({ ...oud, [sessie]: doe(oud[sessie] ?? []) }));
const vervang = (sessie: string, sleutel: string, nieuw: Partial<Eigen>) =>
  zet(sessie, (lijst) => lijst.map((een) => (een.sleutel === sleutel ? { ...een, ...nieuw } : een)));
const vergeet = (sessie: string, sleutel: string) =>
  zet(sessie, (lijst) => lijst.filter((een) => een.sleutel !== sleutel));

export async function schrijf(
  sessie: string,
  plek: Pick<Eigen, "fase" | "kolom">,
  tekst: string,
): Promise<Fout[]> {
  const sleutel = `${nieuwId()}${nieuwId()}`;
  zet(sessie, (lijst) => [...lijst, { ...plek, sleutel, tekst }]);
  const { antwoord, fouten } = await wijzig(SCHRIJF, { ...plek, sleutel, tekst });
  const id = (antwoord as { notitie?: string | null } | undefined)?.notitie;
  if (id) vervang(sessie, sleutel, { id });
  else vergeet(sessie, sleutel);
  return fouten;
}

export async function herschrijf(sessie: string, { id, sleutel }: Eigen, tekst: string): Promise<Fout[]> {
  const { fouten } = await wijzig(WIJZIG, { notitie: id, sleutel, tekst });
  if (fouten.length === 0) vervang(sessie, sleutel, { tekst });
  return fouten;
}

export async function trekIn(sessie: string, { id, sleutel }: Eigen): Promise<Fout[]> {
  const { fouten } = await wijzig(TREK_IN, { notitie: id, sleutel });
  if (fouten.length === 0) vergeet(sessie, sleutel);
  return fouten;
}
