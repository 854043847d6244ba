import { nieuwId } from "~/lib/id";

export type Rijfout = { rij: number; kolom: string; bericht: string };
export type Proef = {
  soort: "CONTRACTEN" | "WAARDEN";
  blad: string;
  kolommen: { kolom: string; kop: string; veld: string | null }[];
  velden: { veld: string; kop: string }[];
  rijen: number;
  nieuw: number;
  gewijzigd: number;
  gelijk: number;
  fouten: Rijfout[];
  aantalFouten: number;
  voorbeeld: { rij: number; wat: string; naam: string; velden: string[] }[];
  gedaan: boolean;
  import: string | null;
};
export type Uitkomst = { proef: Proef } | { fout: string };

/** Which field each column is, where someone chose otherwise than its head says; "" is none. */
export type Keuzes = Record<string, string>;

const STORING = "Er is geen verbinding met de hub. Er is niets overgenomen. Probeer het opnieuw.";

/** How far sending is, from 0 to 1. */
type Voortgang = (deel: number) => void;

/**
 * Sends a file to look at, or to take over. Not fetch: that does not tell how far it is. The same id again gives the
 * first answer, so that trying again is harmless.
 */
export function stuur(
  bestand: File,
  keuzes: Keuzes,
  neem: string | undefined,
  voortgang: Voortgang,
): Promise<Uitkomst> {
  const vraag = new URLSearchParams({ naam: bestand.name });
  if (Object.keys(keuzes).length > 0) vraag.set("koppeling", JSON.stringify(keuzes));
  if (neem) vraag.set("neem", neem);
  return new Promise((klaar) => {
    const verzoek = new XMLHttpRequest();
    verzoek.open("POST", `/invoer/contracten?${vraag}`);
    verzoek.setRequestHeader("X-Samenspel", "1");
    verzoek.responseType = "json";
    verzoek.upload.onprogress = ({ loaded, total }) => voortgang(total ? loaded / total : 0);
    verzoek.onerror = () => klaar({ fout: STORING });
    verzoek.onload = () => {
      const antwoord = verzoek.response as (Proef & { fouten: { bericht: string }[] }) | null;
      if (verzoek.status === 200 && antwoord) return klaar({ proef: antwoord });
      if (verzoek.status === 413)
        return klaar({ fout: "Dit bestand is te groot: er past 8 MB. Splits het bestand." });
      klaar({ fout: antwoord?.fouten?.[0]?.bericht ?? STORING });
    };
    verzoek.send(bestand);
  });
}

export const nieuweNeem = nieuwId;
