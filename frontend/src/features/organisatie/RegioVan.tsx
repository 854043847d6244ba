import { Regiolabel, regioSleutel } from "~/ui/Regiolabel";

type Regio = { sleutel: string; naam?: string };
type Props = { gemeente: { regio: Regio; subregio?: Regio | null } };

/** The region that has a colour: the subregion in Midden, else the region. */
export function RegioVan({ gemeente: { regio, subregio } }: Props) {
  const eigen = subregio ?? regio;
  const sleutel = regioSleutel(eigen.sleutel);
  return sleutel ? <Regiolabel regio={sleutel} lang /> : (eigen.naam ?? null);
}
