/** What a document would bring in, or brought in. */
export type Inlezing = {
  artikelen: { kop: string; html: string }[];
  letOp: string[];
  verlies: string[];
  versie: string | null;
};
export type Uitkomst = { inlezing: Inlezing } | { fout: string };

const STORING = "Er is geen verbinding met de hub. Er is niets overgenomen. Probeer het opnieuw.";
const TE_GROOT = "Dit bestand is te groot: er past 8 MB. Haal de afbeeldingen eruit en bewaar het opnieuw.";

/** Sends a document to look at, or under an id to take over. The same id again gives the first answer. */
export async function stuurDocument(afspraak: string, bestand: File, neem?: string): Promise<Uitkomst> {
  const vraag = new URLSearchParams({ naam: bestand.name, ...(neem && { neem }) });
  try {
    const antwoord = await fetch(`/invoer/afspraken/${afspraak}?${vraag}`, {
      method: "POST",
      headers: { "X-Samenspel": "1" },
      body: bestand,
    });
    if (antwoord.status === 413) return { fout: TE_GROOT };
    const inhoud = (await antwoord.json()) as Inlezing & { fouten?: { bericht: string }[] };
    if (antwoord.ok) return { inlezing: inhoud };
    return { fout: inhoud.fouten?.[0]?.bericht ?? STORING };
  } catch {
    return { fout: STORING };
  }
}
