import type { DemoPersoon } from "./aanmelden";
import { HUBROL_LIJST } from "./rollen";

export type Groepen = {
  mgr: DemoPersoon[];
  streken: { streek: string; personen: DemoPersoon[] }[];
};
/** North before Midden East before Midden West, as everywhere in the hub; an unknown region comes last. */
const VOLGORDE = ["NL", "MLO", "MLW"];
const plaats = <T>(lijst: readonly T[], wat: T) =>
  (lijst.indexOf(wat) + lijst.length + 1) % (lijst.length + 1);

/** The roles of the MGR first, then who belongs to a gemeente, by region. */
export function groepeer(personen: DemoPersoon[]): Groepen {
  const mgr = personen
    .filter(({ gemeente }) => gemeente === null)
    .sort((a, b) => plaats<string>(HUBROL_LIJST, a.hubrol) - plaats<string>(HUBROL_LIJST, b.hubrol));
  const perStreek = new Map<string, DemoPersoon[]>();
  for (const persoon of personen.filter(({ gemeente }) => gemeente !== null)) {
    const streek = persoon.streek ?? "";
    perStreek.set(streek, [...(perStreek.get(streek) ?? []), persoon]);
  }
  const streken = [...perStreek]
    .map(([streek, lijst]) => ({
      streek,
      personen: lijst.sort((a, b) => a.gemeente!.localeCompare(b.gemeente!, "nl")),
    }))
    .sort((a, b) => plaats(VOLGORDE, a.streek) - plaats(VOLGORDE, b.streek));
  return { mgr, streken };
}
