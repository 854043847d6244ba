import { useState } from "react";
import { usePersonen } from "~/features/integratie/keuzes";
import { ORGANISATIE } from "~/realtime/contexten";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { useVersie } from "../kaart/useVersie";
import { WijzigBezetting } from "../operations/wijzigBezetting";
import type { Bezetting } from "./bezetting";

const VELDEN = ["functie", "van", "tot", "vervanger"];

/** From when to when, as what, and who stands in. */
export function WijzigBezettingFormulier({
  bezetting,
  opKlaar,
}: {
  bezetting: Bezetting;
  opKlaar: () => void;
}) {
  const [functie, zetFunctie] = useState(bezetting.functie ?? "");
  const [van, zetVan] = useState<string>(bezetting.van);
  const [tot, zetTot] = useState<string>(bezetting.tot ?? "");
  const [vervanger, zetVervanger] = useState(bezetting.vervanger?.id ?? null);
  const personen = usePersonen();
  const stuur = useMutatie(WijzigBezetting, ORGANISATIE.bereik);
  const { verstuur, bezig, bij, algemeen } = useInzending(stuur, VELDEN);
  const versie = useVersie(bezetting.versie ?? 0);
  const bewaar = async () => {
    const input = { id: bezetting.adres!, verwachteVersie: versie.verwacht, functie, van, vervanger };
    if (!(await verstuur({ ...input, tot: tot || null }))) return versie.gewaarschuwd();
    kondigAan(`${bezetting.naam} is bewaard.`);
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      uit={!van}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
      opAnnuleer={opKlaar}
    >
      <Veld
        label="Functie"
        maxLength={120}
        hulp="Nooit de naam van een persoon."
        value={functie}
        onChange={zetFunctie}
        fout={bij("functie")}
      />
      <Veld label="Vanaf" soort="datum" isRequired value={van} onChange={zetVan} fout={bij("van")} />
      <Veld
        label="Laatste dag"
        soort="datum"
        hulp="Leeg: geen einde."
        value={tot}
        onChange={zetTot}
        fout={bij("tot")}
      />
      <Keuze
        label="Vervanger"
        zoekbaar
        opties={personen}
        leeg="Niemand"
        waarde={vervanger}
        opKies={zetVervanger}
        fout={bij("vervanger")}
      />
    </Formulier>
  );
}
