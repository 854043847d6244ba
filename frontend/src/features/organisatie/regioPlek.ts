import { REGIOS, regioSleutel } from "~/ui/Regiolabel";

type Regio = { sleutel: string };

/** Where a gemeente stands in a list by region: Noord, Midden East, Midden West, and then the rest. */
export function regioPlek({ regio, subregio }: { regio: Regio; subregio?: Regio | null }): number {
  const sleutel = regioSleutel((subregio ?? regio).sleutel);
  return sleutel ? REGIOS.indexOf(sleutel) : REGIOS.length;
}
