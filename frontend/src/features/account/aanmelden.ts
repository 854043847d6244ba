import { post, postJson } from "~/graphql/post";
import type { Fout } from "~/realtime/useMutatie";

export type DemoPersoon = { id: string; naam: string; hubrol: string; gemeente: string | null };
const GEEN_LIJN: Fout[] = [
  { code: "TIJDELIJK_NIET_BESCHIKBAAR", bericht: "De hub is niet bereikbaar. Probeer het zo nog eens." },
];

async function vraag(adres: string, inhoud: unknown): Promise<Fout[]> {
  try {
    const antwoord = await postJson(adres, inhoud);
    if (antwoord.ok) return [];
    return ((await antwoord.json()) as { fouten?: Fout[] }).fouten ?? GEEN_LIJN;
  } catch {
    return GEEN_LIJN;
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
