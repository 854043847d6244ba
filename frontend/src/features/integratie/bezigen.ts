import { scherm, type Aanwezige } from "~/realtime/aanwezigheid";

/** What a colleague is doing to something now. */
export type Bezige = { id: string; naam: string; doet: "SLEEPT" | "BEWERKT" };

/** What colleagues are doing now, by what they do it to; what I do myself I see already. */
export function bezigenVan(aanwezigen: readonly Aanwezige[], ik: string): ReadonlyMap<string, Bezige> {
  return new Map(
    aanwezigen.flatMap(({ scherm: ander, persoon, bezigheid, onderwerp }) =>
      ander === scherm || persoon.id === ik || bezigheid === "KIJKT" || !onderwerp
        ? []
        : [[onderwerp, { id: persoon.id, naam: persoon.naam, doet: bezigheid }] as const],
    ),
  );
}
