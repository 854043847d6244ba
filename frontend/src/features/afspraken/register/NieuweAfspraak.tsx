import { maakWinkel, useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { kondigAan } from "~/ui/meldingen";
import { MaakAfspraak } from "../operations/maakAfspraak";
import { WatVelden, type Wat } from "../WatVelden";

const LEEG: Wat = { naam: "", omschrijving: "", soort: "", partijen: [], domeinen: [], gemeenten: [] };
const VELDEN = Object.keys(LEEG);
/** What was typed and not saved: closing the dialog throws nothing away. */
const concept = maakWinkel(LEEG);

/** A new agreement, as a concept; the rest is filled in on its own page. */
export function NieuweAfspraak({ opKlaar }: { opKlaar: (id?: string) => void }) {
  const waarden = useWinkel(concept);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(MaakAfspraak, "afspraken"), VELDEN);
  const wijzig = (nieuw: Partial<Wat>) => concept.zet((oud) => ({ ...oud, ...nieuw }));
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
      <WatVelden
        waarden={waarden}
        wijzig={wijzig}
        bij={bij}
        hulp="In een of twee zinnen. De volledige tekst schrijf je later samen."
      />
    </Formulier>
  );
}
