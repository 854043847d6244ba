import { useState } from "react";
import { ORGANISATIE } from "~/realtime/contexten";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { ZetOpKaart } from "../operations/zetOpKaart";
import type { Stakeholder } from "./kaart";
import { useVersie } from "./useVersie";

/** Takes a stakeholder off, with the reason; nothing is lost. */
export function VanKaartFormulier({
  stakeholder: { id, naam, plek },
  opKlaar,
}: {
  stakeholder: Stakeholder;
  opKlaar: () => void;
}) {
  const [reden, zetReden] = useState("");
  const stuur = useMutatie(ZetOpKaart, ORGANISATIE.bereik);
  const { verstuur, bezig, bij, algemeen } = useInzending(stuur, ["reden"]);
  const versie = useVersie(plek.versie);
  const bewaar = async () => {
    if (!(await verstuur({ id, verwachteVersie: versie.verwacht, opKaart: false, reden }))) {
      return versie.gewaarschuwd();
    }
    kondigAan(`${naam} is van de kaart gehaald.`);
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig…" : "Haal van de kaart"}
      opAnnuleer={opKlaar}
    >
      <Veld
        label="Waarom niet meer op de kaart?"
        isRequired
        maxLength={1000}
        hulp="De gegevens blijven; je kunt de stakeholder altijd terugzetten."
        value={reden}
        onChange={zetReden}
        fout={bij("reden")}
      />
    </Formulier>
  );
}
