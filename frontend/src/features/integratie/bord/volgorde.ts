import type { Onderweg } from "~/realtime/onderweg";
import type { TaakOpBordFragment } from "~/graphql/gen/graphql";

export type Kaart = TaakOpBordFragment;
/** All cards of a board: per column, from top to bottom. */
export type Kolommen = ReadonlyMap<string, readonly Kaart[]>;

const opPlaats = (a: Kaart, b: Kaart) =>
  a.plaats < b.plaats ? -1 : a.plaats > b.plaats ? 1 : a.id < b.id ? -1 : 1;

export function perKolom(taken: readonly Kaart[]): Kolommen {
  const kolommen = new Map<string, Kaart[]>();
  for (const taak of taken) {
    if (taak.gearchiveerdOp) continue;
    const lijst = kolommen.get(taak.kolom.id);
    if (lijst) lijst.push(taak);
    else kolommen.set(taak.kolom.id, [taak]);
  }
  for (const lijst of kolommen.values()) lijst.sort(opPlaats);
  return kolommen;
}

/** Puts a card right under another, or at the top; where that other card is gone, at the bottom. */
export function plaats(kolommen: Kolommen, id: string, naar: string, na: string | null): Kolommen {
  const nieuw = new Map(kolommen);
  let kaart: Kaart | undefined;
  for (const [kolom, lijst] of kolommen) {
    kaart = lijst.find((taak) => taak.id === id);
    if (!kaart) continue;
    nieuw.set(
      kolom,
      lijst.filter((taak) => taak.id !== id),
    );
    break;
  }
  if (!kaart) return kolommen;
  const doel = [...(nieuw.get(naar) ?? [])];
  const onder = na === null ? -1 : doel.findIndex((taak) => taak.id === na);
  const plek = na !== null && onder === -1 ? doel.length : onder + 1;
  // Only the column shows; order comes from the list itself until the hub says where the card lies.
  doel.splice(plek, 0, kaart.kolom.id === naar ? kaart : { ...kaart, kolom: { ...kaart.kolom, id: naar } });
  nieuw.set(naar, doel);
  return nieuw;
}

/** The board with what is under way on top: moves jump at once, archived cards go at once. */
export function metOnderweg(kolommen: Kolommen, onderweg: readonly Onderweg[]): Kolommen {
  return onderweg.reduce((nu, { veld, input }) => {
    const id = input.id as string;
    if (veld === "verplaatsTaak") {
      return plaats(nu, id, input.naarKolom as string, (input.na as string | undefined) ?? null);
    }
    if (veld !== "archiveerTaak") return nu;
    return new Map([...nu].map(([kolom, lijst]) => [kolom, lijst.filter((taak) => taak.id !== id)]));
  }, kolommen);
}

export type Doel = {
  kolom: string;
  bij?: { id: string; rand: "boven" | "onder" };
  zichtbaar: readonly Kaart[];
};

/** Under which card a dropped card comes: where one sees it, also when filters or lanes hide the cards between. */
export function onderWelke(kolommen: Kolommen, id: string, { kolom, bij, zichtbaar }: Doel): string | null {
  const lijst = (kolommen.get(kolom) ?? []).filter((taak) => taak.id !== id);
  if (bij && bij.id !== id) {
    if (bij.rand === "onder") return bij.id;
    const plek = lijst.findIndex((taak) => taak.id === bij.id);
    return plek > 0 ? lijst[plek - 1]!.id : null;
  }
  const laatste = zichtbaar.filter((taak) => taak.id !== id).at(-1) ?? lijst.at(-1);
  return laatste?.id ?? null;
}

/** Does the card lie there already? */
export function ligtAl(kolommen: Kolommen, id: string, kolom: string, na: string | null): boolean {
  const lijst = kolommen.get(kolom) ?? [];
  const plek = lijst.findIndex((taak) => taak.id === id);
  return plek !== -1 && (lijst[plek - 1]?.id ?? null) === na;
}
