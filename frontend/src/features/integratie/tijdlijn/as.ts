import { dagenTussen } from "~/lib/datum";

// The time axis: days to pixels and back. Pure.

export const ZOOM = { jaar: 1, kwartaal: 2, maand: 6, week: 16 } as const;
export type Zoom = keyof typeof ZOOM;
export const isZoom = (tekst: string): tekst is Zoom => tekst in ZOOM;

const DAG_MS = 86_400_000;
/** So many days later. */
export const schuif = (dag: string, dagen: number): string =>
  new Date(Date.parse(`${dag}T00:00:00Z`) + dagen * DAG_MS).toISOString().slice(0, 10);

export type As = { van: string; tot: string; perDag: number; breed: number };

/** From the first to the last day, with whole months around them. */
export function maakAs(dagen: string[], zoom: Zoom): As {
  const gesorteerd = [...dagen].sort();
  const eerste = gesorteerd[0] ?? "2025-01-01";
  const laatste = gesorteerd.at(-1) ?? eerste;
  const van = `${eerste.slice(0, 7)}-01`;
  const [jaar, maand] = laatste.split("-").map(Number) as [number, number];
  const tot = new Date(Date.UTC(jaar, maand + 1, 0)).toISOString().slice(0, 10);
  const perDag = ZOOM[zoom];
  return { van, tot, perDag, breed: (dagenTussen(van, tot) + 1) * perDag };
}

export const x = (as: As, dag: string): number => dagenTussen(as.van, dag) * as.perDag;
/** A bar from the first to and with the last day. */
export const balk = (as: As, van: string, tot: string) => ({
  left: x(as, van),
  width: Math.max((dagenTussen(van, tot) + 1) * as.perDag, 6),
});

const maandNaam = new Intl.DateTimeFormat("nl-NL", { month: "short", timeZone: "UTC" });
export type Streep = { dag: string; naam: string; jaar: boolean };

/** The lines of the axis: years, quarters, months or weeks. */
export function strepen(as: As, zoom: Zoom): Streep[] {
  const uit: Streep[] = [];
  for (let dag = as.van; dag <= as.tot; dag = schuif(dag, 1)) {
    const [jaar, maand, nummer] = dag.split("-").map(Number) as [number, number, number];
    const begin = nummer === 1;
    const isJaar = begin && maand === 1;
    const weekdag = new Date(`${dag}T00:00:00Z`).getUTCDay();
    const kwartaal = begin && maand % 3 === 1;
    if (zoom === "week" ? weekdag === 1 : zoom === "jaar" ? kwartaal : begin) {
      const naam =
        zoom === "week"
          ? `${nummer} ${maandNaam.format(new Date(`${dag}T00:00:00Z`)).replace(".", "")}`
          : zoom === "jaar"
            ? `K${(maand + 2) / 3}`
            : maandNaam.format(new Date(`${dag}T00:00:00Z`)).replace(".", "");
      uit.push({ dag, naam: isJaar || dag === as.van ? `${naam} ${jaar}` : naam, jaar: isJaar });
    }
  }
  return uit;
}
