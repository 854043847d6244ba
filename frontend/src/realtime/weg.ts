import type { Lijn } from "./verbinding";

export type Verzoek = { query: string; variables?: Record<string, unknown> };
export type Ontvanger = { next: (antwoord: unknown) => void; error: (fout: unknown) => void };

/** One way along which events come from the hub. A way reconnects by itself; each time it reads the variables anew. */
export type Weg = {
  abonneer: (verzoek: Verzoek, ontvanger: Ontvanger) => () => void;
  sluit: () => void;
};

/** What a way tells about itself. */
export type Melding = {
  stand: (nu: Lijn) => void;
  /** A try ended before the way was open. */
  mislukt: () => void;
  /** The hub does not know this session: no sense in trying again. */
  afgemeld: () => void;
  /** It will not try again by itself. */
  opgegeven: () => void;
};

/** `pas`: the credential of who has no cookie. */
export type MaakWeg = (adres: string, melding: Melding, pas?: string) => Weg;

/** A stream of the hub has no end: when it ends without being asked to, something is wrong. */
export const beeindigd = () => new Error("Het abonnement werd beëindigd.");
