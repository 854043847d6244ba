import type { AfspraakPartij } from "~/graphql/gen/graphql";
import { useGemeenten } from "~/features/integratie/keuzes";
import { maakWinkel, useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { PARTIJEN } from "../afspraak";
import { MaakAfspraak } from "../operations/maakAfspraak";
import { useKeuzes } from "../useKeuzes";

const LEEG = {
  naam: "",
  omschrijving: "",
  soort: "",
  partijen: [] as AfspraakPartij[],
  domeinen: [] as string[],
  gemeenten: [] as string[],
};
const VELDEN = Object.keys(LEEG);
/** What was typed and not saved: closing the dialog throws nothing away. */
const concept = maakWinkel(LEEG);

/** A new agreement, as a concept; the rest is filled in on its own page. */
export function NieuweAfspraak({ opKlaar }: { opKlaar: (id?: string) => void }) {
  const waarden = useWinkel(concept);
  const { domeinen } = useKeuzes();
  const { gemeenten, snelkeuzes } = useGemeenten();
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(MaakAfspraak, "afspraken"), VELDEN);
  const wijzig = (nieuw: Partial<typeof LEEG>) => concept.zet((oud) => ({ ...oud, ...nieuw }));
  const bewaar = async () => {
    const antwoord = await verstuur(waarden);
    if (!antwoord) return;
    concept.zet(() => LEEG);
    kondigAan("De afspraak staat in het register.");
    opKlaar(antwoord.afspraak?.id);
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Zet in het register"}
      opAnnuleer={() => {
        concept.zet(() => LEEG);
        opKlaar();
      }}
    >
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
        hulp="In een of twee zinnen. De volledige tekst schrijf je later samen."
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
    </Formulier>
  );
}
