import { csvTekst } from "~/lib/csv";
import type { Traject } from "./budget";

const KOLOMMEN = [
  "Jaar",
  "Gemeente",
  "Functie",
  "Kader",
  "Begroting",
  "Realisatie",
  "Realisatie tot en met",
  "Prognose",
  "Verwacht met effecten",
  "Ruimte",
  "Stand",
  "Oorzaken",
  "Bron",
  "Zeker",
];
const STAND = { ONBEKEND: "onbekend", BINNEN: "binnen het kader", OVERSCHREDEN: "overschreden" } as const;

/** All lines of a year; what is unknown stays empty. */
export function alsCsv({ budget, functies }: Traject): string {
  const functie = new Map(functies.map(({ id, naam }) => [id, naam]));
  const gemeente = new Map(budget.perGemeente.map((een) => [een.gemeente?.id, een.gemeente?.naam]));
  const rijen = budget.regels.map((regel) => [
    regel.jaar,
    gemeente.get(regel.gemeente.id),
    functie.get(regel.functie.id),
    regel.kader,
    regel.begroting,
    regel.realisatie,
    regel.realisatieTot,
    regel.prognose,
    regel.naEffecten,
    regel.ruimte,
    STAND[regel.budgetstand],
    regel.oorzaken.join(" "),
    regel.bron,
    regel.zeker ? "zeker" : "niet zeker",
  ]);
  return csvTekst([KOLOMMEN, ...rijen]);
}
