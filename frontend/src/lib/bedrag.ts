const getal = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 0 });

/** Whole euros as they read in Dutch: "€ 12.500", "-€ 300". */
export const bedragTekst = (euros: number): string =>
  `${euros < 0 ? "-" : ""}€ ${getal.format(Math.abs(euros))}`;

/** As people type it; unknown is an empty field. */
export const bedragInvoer = (euros: number | null | undefined): string =>
  euros === null || euros === undefined ? "" : getal.format(euros);

type Optelling = { som?: number | null; bekend: number; van: number };
/** What is known of a row: "€ 12.500 (7 van 14 bekend)", never unknown taken for zero. */
export function optelTekst({ som, bekend, van }: Optelling): string {
  if (som === null || som === undefined) return "onbekend";
  return bekend === van ? bedragTekst(som) : `${bedragTekst(som)} (${bekend} van ${van} bekend)`;
}
