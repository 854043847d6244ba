import { post, postJson } from "~/graphql/post";
import type { Fout } from "~/realtime/useMutatie";

export type DemoPersoon = {
  id: string;
  naam: string;
  hubrol: string;
  gemeente: string | null;
  /** The abbreviation of the gemeente's (sub)region. */
  streek: string | null;
};
/** What has to be mended; and, after too many attempts, for how many seconds nothing will do. */
export type Aanmelding = { fouten: Fout[]; wachtSeconden?: number };

const GEEN_LIJN: Fout[] = [
  {
    code: "TIJDELIJK_NIET_BESCHIKBAAR",
    bericht: "De hub is niet bereikbaar. Controleer je verbinding en probeer het zo nog eens.",
  },
];

async function vraag(adres: string, inhoud: unknown): Promise<Aanmelding> {
  try {
    const antwoord = await postJson(adres, inhoud);
    if (antwoord.ok) return { fouten: [] };
    const { fouten } = (await antwoord.json()) as { fouten?: Fout[] };
    const wacht = Number(antwoord.headers.get("Retry-After"));
    return { fouten: fouten ?? GEEN_LIJN, wachtSeconden: wacht > 0 ? Math.ceil(wacht) : undefined };
  } catch {
    return { fouten: GEEN_LIJN };
  }
}

export const meldAan = (email: string, wachtwoord: string) => vraag("/aanmelden", { email, wachtwoord });
export const meldAanInDemo = (persoon: string) => vraag("/aanmelden/demo", { persoon });

/** The named roles of the demo; none outside it. */
export async function leesDemo(): Promise<DemoPersoon[]> {
  const antwoord = await fetch("/aanmelden/demo").catch(() => undefined);
  const isJson = antwoord?.headers.get("content-type")?.includes("json");
  return antwoord?.ok && isJson ? ((await antwoord.json()) as { personen: DemoPersoon[] }).personen : [];
}

/** A full load: nothing of one person may stay in memory for the next. */
export async function meldAf() {
  await post("/afmelden", { method: "POST" });
  location.assign("/aanmelden");
}
