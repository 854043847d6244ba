import type { Onderweg } from "~/realtime/onderweg";
import type { ChecklistFragment } from "~/graphql/gen/graphql";

export type Punt = ChecklistFragment["checkpunten"][number] & { onderweg?: boolean; nieuw?: boolean };

const opPlaats = (a: Punt, b: Punt) => (a.plaats < b.plaats ? -1 : a.plaats > b.plaats ? 1 : 0);

/** The checklist in order, with what is under way on top. */
export function punten(taak: string, gelezen: readonly Punt[], onderweg: readonly Onderweg[]): Punt[] {
  return onderweg.reduce<Punt[]>(
    (nu, { veld, input, sleutel }) => {
      if (veld === "voegCheckpuntToe" && input.taak === taak) {
        const tekst = String(input.tekst);
        return [...nu, { id: `nieuw-${sleutel}`, tekst, af: false, plaats: "", onderweg: true, nieuw: true }];
      }
      if (veld === "verwijderCheckpunt") return nu.filter(({ id }) => id !== input.id);
      if (veld !== "wijzigCheckpunt") return nu;
      return nu.map((punt) =>
        punt.id === input.id
          ? {
              ...punt,
              af: typeof input.af === "boolean" ? input.af : punt.af,
              tekst: typeof input.tekst === "string" ? input.tekst : punt.tekst,
              onderweg: true,
            }
          : punt,
      );
    },
    [...gelezen].sort(opPlaats),
  );
}
