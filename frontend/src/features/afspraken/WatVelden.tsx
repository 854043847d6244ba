import { useGemeenten } from "~/features/integratie/keuzes";
import type { AfspraakPartij } from "~/graphql/gen/graphql";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { Veld } from "~/ui/Veld";
import { PARTIJEN } from "./afspraak";
import { useKeuzes } from "./useKeuzes";

export type Wat = {
  naam: string;
  omschrijving: string;
  soort: string;
  partijen: AfspraakPartij[];
  domeinen: string[];
  gemeenten: string[];
};

type Props = {
  waarden: Wat;
  wijzig: (nieuw: Partial<Wat>) => void;
  /** What is wrong with a field. */
  bij: (veld: string) => string | undefined;
  /** What to say with the description. */
  hulp: string;
};

/** What is agreed, by whom, and where it holds: for a new agreement and for one that changes. */
export function WatVelden({ waarden, wijzig, bij, hulp }: Props) {
  const { domeinen } = useKeuzes();
  const { gemeenten, snelkeuzes } = useGemeenten();
  return (
    <>
      <Veld
        label="Hoe heet de afspraak?"
        isRequired
        maxLength={200}
        value={waarden.naam}
        onChange={(naam) => wijzig({ naam })}
        fout={bij("naam")}
      />
      <Veld
        label="Wat spreken we af?"
        soort="lang"
        maxLength={5000}
        value={waarden.omschrijving}
        onChange={(omschrijving) => wijzig({ omschrijving })}
        hulp={hulp}
        fout={bij("omschrijving")}
      />
      <Veld
        label="Soort"
        maxLength={60}
        value={waarden.soort}
        onChange={(soort) => wijzig({ soort })}
        hulp="Bijvoorbeeld werkafspraak, data-afspraak of procesafspraak."
        fout={bij("soort")}
      />
      <MeerKeuze
        label="Partijen"
        opties={PARTIJEN}
        waarde={waarden.partijen}
        opKies={(ids) => wijzig({ partijen: ids as AfspraakPartij[] })}
        fout={bij("partijen")}
      />
      <MeerKeuze
        label="Domeinen"
        hulp="Geen gekozen: de afspraak gaat over alle domeinen."
        opties={domeinen}
        waarde={waarden.domeinen}
        opKies={(ids) => wijzig({ domeinen: ids })}
        fout={bij("domeinen")}
      />
      <MeerKeuze
        label="Waar geldt zij?"
        opties={gemeenten}
        snelkeuzes={snelkeuzes}
        waarde={waarden.gemeenten}
        opKies={(ids) => wijzig({ gemeenten: ids })}
        fout={bij("gemeenten")}
      />
    </>
  );
}
