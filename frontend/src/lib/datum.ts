// How dates read in the hub. Days are calendar days as the hub writes them; moments are shown in the viewer's time.
const maand = new Intl.DateTimeFormat("nl-NL", { month: "long", timeZone: "UTC" });
const dagMaand = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", timeZone: "UTC" });
const uur = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" });
const weekdag = new Intl.DateTimeFormat("nl-NL", { weekday: "long", timeZone: "UTC" });

const DAG_MS = 86_400_000;
const alsUtc = (dag: string) => new Date(`${dag}T00:00:00Z`);

/** The calendar day of a moment, where the viewer is: 2026-01-31. */
export const dagVan = (moment: Date): string =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((deel) => String(deel).padStart(2, "0"))
    .join("-");

export const vandaag = (): string => dagVan(new Date());

/** Whole days from `van` to `tot`; negative when `tot` lies before. */
export const dagenTussen = (van: string, tot: string): number =>
  Math.round((alsUtc(tot).getTime() - alsUtc(van).getTime()) / DAG_MS);

/** A day, month or year, as precise as the source: "2014", "september 2025", "1 januari 2026". */
export function datumTekst(datum: string): string {
  const [jaar, maandNr, dag] = datum.split("-");
  if (!maandNr) return datum;
  if (!dag) return `${maand.format(alsUtc(`${datum}-01`))} ${jaar}`;
  return `${dagMaand.format(alsUtc(datum))} ${jaar}`;
}

/** When something is due, in words: "3 dagen te laat", "vandaag", "morgen", "12 november". */
export function vervaltTekst(datum: string, nu = vandaag()): string {
  const over = dagenTussen(nu, datum);
  if (over < 0) return over === -1 ? "1 dag te laat" : `${-over} dagen te laat`;
  if (over === 0) return "vandaag";
  if (over === 1) return "morgen";
  const tekst = dagMaand.format(alsUtc(datum));
  return datum.slice(0, 4) === nu.slice(0, 4) ? tekst : `${tekst} ${datum.slice(0, 4)}`;
}

/** A moment: "vandaag om 10:41", "gisteren om 14:02", "maandag om 09:00", "12 november om 16:30". */
export function momentTekst(tijdstip: string, nu = new Date()): string {
  const moment = new Date(tijdstip);
  const dag = dagVan(moment);
  const geleden = dagenTussen(dag, dagVan(nu));
  const tijd = uur.format(moment);
  if (geleden === 0) return `vandaag om ${tijd}`;
  if (geleden === 1) return `gisteren om ${tijd}`;
  if (geleden > 1 && geleden < 7) return `${weekdag.format(alsUtc(dag))} om ${tijd}`;
  const jaar = dag.slice(0, 4) === dagVan(nu).slice(0, 4) ? "" : ` ${dag.slice(0, 4)}`;
  return `${dagMaand.format(alsUtc(dag))}${jaar} om ${tijd}`;
}
