import type { Fasesoort, Opbrengstsoort, Stemgroep, Stemvorm } from "~/graphql/gen/graphql";

/** What people read where the schema has a word of its own. */
export const GROEP: Record<Stemgroep, string> = {
  ALLEN: "Iedereen samen",
  GEMEENTEN: "Gemeenten",
  MGR: "MGR",
  NOORD: "Noord-Limburg",
  MIDDEN: "Midden-Limburg",
};
export const FASE: Record<Fasesoort, string> = {
  VERZAMELEN: "Schrijven",
  GROEPEREN: "Groeperen",
  STEMMEN: "Stemmen",
  BESPREKEN: "Bespreken",
  BESLUITEN: "Besluiten",
};
export const STEMVORM: Record<Stemvorm, string> = {
  PUNTEN: "punten verdelen",
  PEILING: "één antwoord kiezen",
  SCHAAL: "een cijfer geven",
  RANGORDE: "op volgorde zetten",
  CONSENT: "consent",
};
export const OPBRENGST: Record<Opbrengstsoort, string> = {
  TAAK: "Taak",
  BESLUIT: "Besluit",
  ONTWIKKELPUNT: "Ontwikkelpunt",
  AFSPRAAK: "Afspraak",
};

/** Stated on every screen of a session. */
export const anoniemZin = (anoniem: boolean) =>
  anoniem
    ? "Anoniem: niemand kan zien wie wat schreef, ook de hub niet."
    : "Op naam: bij elke notitie staat wie haar schreef.";
/** What someone may do about it afterwards. */
export const opNaamZin = (anoniem: boolean) =>
  anoniem
    ? "Dat blijft zo: ook later komt hier niets op naam te staan."
    : "Heb je een account? Dan kun je later op dit toestel wat je schreef op je eigen naam zetten.";
export const STEMZIN = "Wie stemde is bekend, wat niet. Groepen kleiner dan drie worden niet apart getoond.";

export const meervoud = (aantal: number, een: string, meer: string) =>
  `${aantal} ${aantal === 1 ? een : meer}`;
/** A code as it is easiest to type over. */
export const codeTekst = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;
