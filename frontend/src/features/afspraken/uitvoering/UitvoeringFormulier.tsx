import { useState } from "react";
import type { UitvoeringStatus } from "~/graphql/gen/graphql";
import { vandaag } from "~/lib/datum";
import { maakWinkel, useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Formulier } from "~/ui/Formulier";
import { kondigAan } from "~/ui/meldingen";
import { Rondjes } from "~/ui/Rondjes";
import { Veld } from "~/ui/Veld";
import { UITVOERING, UITVOERINGEN, type Cel } from "../afspraak";
import { VulUitvoeringIn } from "../operations/vulUitvoeringIn";

type Waarden = { status: UitvoeringStatus; datum: string; bron: string; notitie: string };
type Concept = { versie: number; mijn: Partial<Waarden> };
/** What was typed and not saved, per cell: closing the panel throws nothing away. */
const concepten = maakWinkel<Readonly<Record<string, Concept>>>({});
const VELDEN = ["status", "datum", "bron", "notitie"];
const DEELS = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const GEEN_DATUM = "Schrijf een dag, een maand of een jaar: 2026-11-28, 2026-11 of 2026.";

/** How far one gemeente is. Who changes the status, says of which day: today, unless typed otherwise. */
export function UitvoeringFormulier({ cel, opKlaar }: { cel: Cel; opKlaar: () => void }) {
  const concept = useWinkel(concepten)[cel.id] ?? { versie: cel.versie, mijn: {} };
  const gelezen = { status: cel.status, datum: cel.datum ?? "", bron: cel.bron, notitie: cel.notitie };
  const waarden: Waarden = { ...gelezen, ...concept.mijn };
  const getypt = Object.keys(concept.mijn).length > 0;
  const botst = getypt && cel.versie > concept.versie;
  const [misDatum, zetMisDatum] = useState(false);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(VulUitvoeringIn, "afspraken"), VELDEN);
  const zet = (nieuw: Concept) => concepten.zet((oud) => ({ ...oud, [cel.id]: nieuw }));
  const wis = () =>
    concepten.zet((oud) => Object.fromEntries(Object.entries(oud).filter(([id]) => id !== cel.id)));
  const wijzig = (mijn: Partial<Waarden>) => zet({ ...concept, mijn: { ...concept.mijn, ...mijn } });
  const klaar = () => {
    wis();
    opKlaar();
  };
  const bewaar = async () => {
    const mis = waarden.datum !== "" && !DEELS.test(waarden.datum);
    zetMisDatum(mis);
    if (mis || botst) return;
    const verwachteVersie = getypt ? concept.versie : cel.versie;
    if (!(await verstuur({ id: cel.id, verwachteVersie, ...waarden, datum: waarden.datum || null }))) return;
    kondigAan(`De uitvoering in ${cel.gemeente.naam} is bewaard.`);
    klaar();
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
      opAnnuleer={klaar}
    >
      {botst && (
        <Botsing opNeemOver={wis} opHoud={() => zet({ ...concept, versie: cel.versie })}>
          Een collega vulde dit in terwijl je typte{cel.gewijzigdDoor ? `: ${cel.gewijzigdDoor.naam}` : ""}.
          Er staat nu: {UITVOERING[cel.status][1]}.
        </Botsing>
      )}
      <Rondjes
        label="Hoe ver is de gemeente?"
        opties={UITVOERINGEN}
        waarde={waarden.status}
        opKies={(status) =>
          wijzig({ status: status as UitvoeringStatus, ...(!concept.mijn.datum && { datum: vandaag() }) })
        }
      />
      <Veld
        label="Stand op"
        value={waarden.datum}
        onChange={(datum) => wijzig({ datum })}
        hulp={GEEN_DATUM}
        fout={misDatum ? GEEN_DATUM : bij("datum")}
      />
      <Veld
        label="Bron"
        maxLength={500}
        value={waarden.bron}
        onChange={(bron) => wijzig({ bron })}
        hulp="Van wie of waaruit weet je dit? Bijvoorbeeld: gesprek met de toegang."
        fout={bij("bron")}
      />
      <Veld
        label="Notitie"
        soort="lang"
        maxLength={2000}
        value={waarden.notitie}
        onChange={(notitie) => wijzig({ notitie })}
        hulp="Noem geen namen van personen en geen BSN."
        fout={bij("notitie")}
      />
    </Formulier>
  );
}
