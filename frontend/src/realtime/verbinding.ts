import { maakWinkel, useWinkel } from "~/lib/winkel";

export type Lijn = "live" | "verbinden" | "offline";
/** The state of the line: what the pill in the header shows. */
export type Verbinding = {
  lijn: Lijn;
  /** The network lets no WebSocket through: everything goes over plain HTTP. */
  omweg: boolean;
  /** Subscriptions that are still receiving what they missed. */
  bijwerken: number;
  /** Changes that were sent and not yet confirmed. */
  onderweg: number;
  /** Changes that wait until the line is back. */
  wachtend: number;
};
export type Stand = "live" | "bezig" | "offline";

export const verbinding = maakWinkel<Verbinding>({
  lijn: "verbinden",
  omweg: false,
  bijwerken: 0,
  onderweg: 0,
  wachtend: 0,
});

export const zetLijn = (lijn: Lijn) => verbinding.zet((oud) => (oud.lijn === lijn ? oud : { ...oud, lijn }));

export const zetOmweg = (omweg: boolean) =>
  verbinding.zet((oud) => (oud.omweg === omweg ? oud : { ...oud, omweg }));

export const tel = (veld: "bijwerken" | "onderweg", stap: 1 | -1) =>
  verbinding.zet((oud) => ({ ...oud, [veld]: oud[veld] + stap }));

export const zetWachtend = (wachtend: number) => verbinding.zet((oud) => ({ ...oud, wachtend }));

export function standVan({ lijn, bijwerken, onderweg, wachtend }: Verbinding): Stand {
  if (lijn === "offline") return "offline";
  return lijn === "verbinden" || bijwerken > 0 || onderweg > 0 || wachtend > 0 ? "bezig" : "live";
}

export function useVerbinding(): Verbinding & { stand: Stand } {
  const nu = useWinkel(verbinding);
  return { ...nu, stand: standVan(nu) };
}
