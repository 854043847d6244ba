import { post } from "~/graphql/post";
import { nieuwId } from "~/lib/id";
import { maakWinkel } from "~/lib/winkel";
import { wacht, wachttijd } from "~/realtime/wachttijd";

/** The way into one session, kept on this phone: coming back is being back. */
export type Pas = { token: string; sessie: string; code: string };
export type Fout = { code: string; bericht: string; veld?: string };

const SLEUTEL = "samenspel.gast";
function bewaardePas(): Pas | undefined {
  try {
    const pas: unknown = JSON.parse(localStorage.getItem(SLEUTEL) ?? "null");
    return pas && typeof pas === "object" && "token" in pas ? (pas as Pas) : undefined;
  } catch {
    return undefined;
  }
}
export const pas = maakWinkel<Pas | undefined>(bewaardePas());
pas.volg(() => {
  const nu = pas.lees();
  if (nu) localStorage.setItem(SLEUTEL, JSON.stringify(nu));
  else localStorage.removeItem(SLEUTEL);
});

/** How far the clock of this phone is behind that of the hub, in ms. */
export const klokverschil = maakWinkel(0);

const GEEN_LIJN: Fout = {
  code: "TIJDELIJK_NIET_BESCHIKBAAR",
  bericht: "Er is geen verbinding. Controleer je internet; wat je typte blijft staan.",
};

async function lees(antwoord: Response) {
  const datum = Date.parse(antwoord.headers.get("Date") ?? "");
  if (datum && Math.abs(datum - Date.now()) > 2000) klokverschil.zet(() => datum - Date.now());
  return (await antwoord.json()) as unknown;
}

/** Asks the hub; throws when there is no answer. Out of the session is out: the phone begins anew. */
export async function vraag<D>(query: string, variables: object = {}): Promise<{ data?: D; fouten: Fout[] }> {
  const antwoord = await post("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${pas.lees()?.token ?? ""}` },
    body: JSON.stringify({ query, variables }),
  });
  if (antwoord.status === 401) pas.zet(() => undefined);
  const inhoud = (await lees(antwoord)) as {
    data?: D | null;
    errors?: { message: string; extensions?: { code?: string } }[];
  };
  const fouten = (inhoud.errors ?? []).map(({ message, extensions }) => ({
    code: extensions?.code ?? "INTERNE_FOUT",
    bericht: message,
  }));
  return { data: inhoud.data ?? undefined, fouten };
}

const POGINGEN = 8;
/** One change. It is offered until there is an answer; the same id makes that it is done once. */
export async function wijzig(query: string, input: object): Promise<{ antwoord?: object; fouten: Fout[] }> {
  const variables = { input: { clientMutatieId: nieuwId(), ...input } };
  for (let poging = 0; poging < POGINGEN; poging++) {
    try {
      const { data, fouten } = await vraag<Record<string, { fouten: Fout[] }>>(query, variables);
      const payload = data && Object.values(data)[0];
      if (payload) return { antwoord: payload, fouten: payload.fouten };
      if (!fouten.some(({ code }) => code === GEEN_LIJN.code)) return { fouten };
    } catch {
      // No answer: perhaps it was done, perhaps not.
    }
    await wacht(wachttijd(poging));
  }
  return { fouten: [GEEN_LIJN] };
}

export type Voordeur = {
  naam: string;
  doel: string;
  anoniem: boolean;
  gemeenten: { id: string; naam: string }[];
};
type Deur<T> = { gelukt: T } | { fout: Fout };
async function deur<T>(adres: string, opties?: RequestInit): Promise<Deur<T>> {
  try {
    const antwoord = await post(adres, opties);
    const inhoud = (await lees(antwoord)) as T & { fouten?: Fout[] };
    if (antwoord.ok) return { gelukt: inhoud };
    return { fout: inhoud.fouten?.[0] ?? GEEN_LIJN };
  } catch {
    return { fout: GEEN_LIJN };
  }
}

export const kijkBij = (code: string) => deur<Voordeur>(`/meedoen/${encodeURIComponent(code)}/sessie`);
export const doeMee = (invoer: { code: string; schuilnaam: string; achterban: string }) =>
  deur<{ token: string; sessie: string }>("/meedoen", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(invoer),
  });
