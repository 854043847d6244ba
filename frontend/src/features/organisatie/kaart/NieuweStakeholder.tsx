import { useState } from "react";
import type { Invloedsring } from "~/graphql/gen/graphql";
import { ORGANISATIE } from "~/realtime/contexten";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { VoegStakeholderToe } from "../operations/voegStakeholderToe";
import { RINGNAAM, type Groep } from "./kaart";

const VELDEN = ["naam", "beschrijving", "groep", "ring"];

/** Somebody the plans forgot. */
export function NieuweStakeholder({ groepen, opSluit }: { groepen: readonly Groep[]; opSluit: () => void }) {
  const [naam, zetNaam] = useState("");
  const [beschrijving, zetBeschrijving] = useState("");
  const [groep, zetGroep] = useState(groepen[0]!.id);
  const [ring, zetRing] = useState<Invloedsring>("BEPERKT");
  const stuur = useMutatie(VoegStakeholderToe, ORGANISATIE.bereik);
  const { verstuur, bezig, bij, algemeen } = useInzending(stuur, VELDEN);
  const bewaar = async () => {
    if (!(await verstuur({ naam, beschrijving, groep, ring }))) return;
    kondigAan(`${naam} staat op de kaart.`);
    opSluit();
  };
  return (
    <Dialoog titel="Nieuwe stakeholder" open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void bewaar()}
        fouten={algemeen}
        bezig={bezig}
        knop={bezig ? "Bezig met toevoegen…" : "Zet op de kaart"}
        opAnnuleer={opSluit}
      >
        <Veld
          label="Naam"
          isRequired
          maxLength={120}
          hulp="Een organisatie of groep, nooit de naam van een persoon."
          value={naam}
          onChange={zetNaam}
          fout={bij("naam")}
        />
        <Veld
          label="Wie het is"
          soort="lang"
          maxLength={1000}
          value={beschrijving}
          onChange={zetBeschrijving}
          fout={bij("beschrijving")}
        />
        <Keuze
          label="Groep"
          opties={[...groepen]}
          waarde={groep}
          opKies={(id) => id && zetGroep(id)}
          fout={bij("groep")}
        />
        <Keuze
          label="Ring"
          opties={Object.entries(RINGNAAM).map(([id, tekst]) => ({ id, naam: tekst }))}
          waarde={ring}
          opKies={(id) => id && zetRing(id as Invloedsring)}
          fout={bij("ring")}
        />
      </Formulier>
    </Dialoog>
  );
}
