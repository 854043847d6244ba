import { useState } from "react";
import type { PersoonKeuze } from "~/features/integratie/keuzes";
import { ORGANISATIE } from "~/realtime/contexten";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { WijzigStakeholder } from "../operations/wijzigStakeholder";
import type { Stakeholder } from "./kaart";
import { useVersie } from "./useVersie";

const VELDEN = ["naam", "beschrijving", "invloedNaarMgr", "invloedVanMgr", "contact"];
type Props = { stakeholder: Stakeholder; personen: PersoonKeuze[]; opKlaar: () => void };

/** Influence and contact; name and description only of who was added here. */
export function WijzigFormulier({ stakeholder, personen, opKlaar }: Props) {
  const { id, eigen, plek } = stakeholder;
  const [naam, zetNaam] = useState(stakeholder.naam);
  const [beschrijving, zetBeschrijving] = useState(stakeholder.beschrijving);
  const [naar, zetNaar] = useState(plek.invloedNaarMgr ?? "");
  const [van, zetVan] = useState(plek.invloedVanMgr ?? "");
  const [contact, zetContact] = useState(plek.contact?.id ?? null);
  const stuur = useMutatie(WijzigStakeholder, ORGANISATIE.bereik);
  const { verstuur, bezig, bij, algemeen } = useInzending(stuur, VELDEN);
  const versie = useVersie(plek.versie);
  const bewaar = async () => {
    const gelukt = await verstuur({
      id,
      verwachteVersie: versie.verwacht,
      ...(eigen && { naam, beschrijving }),
      invloedNaarMgr: naar,
      invloedVanMgr: van,
      contact,
    });
    if (!gelukt) return versie.gewaarschuwd();
    kondigAan(`Wat er over ${naam} staat is bewaard.`);
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
      opAnnuleer={opKlaar}
    >
      {eigen && (
        <>
          <Veld label="Naam" isRequired maxLength={120} value={naam} onChange={zetNaam} fout={bij("naam")} />
          <Veld
            label="Wie het is"
            soort="lang"
            maxLength={1000}
            value={beschrijving}
            onChange={zetBeschrijving}
            fout={bij("beschrijving")}
          />
        </>
      )}
      <Veld
        label="Invloed op de MGR"
        soort="lang"
        regels={3}
        maxLength={1000}
        value={naar}
        onChange={zetNaar}
        fout={bij("invloedNaarMgr")}
      />
      <Veld
        label="Invloed van de MGR"
        soort="lang"
        regels={3}
        maxLength={1000}
        value={van}
        onChange={zetVan}
        fout={bij("invloedVanMgr")}
      />
      <Keuze
        label="Contact"
        hulp="Wie in de hub het contact onderhoudt."
        zoekbaar
        opties={personen}
        leeg="Nog niemand"
        waarde={contact}
        opKies={zetContact}
        fout={bij("contact")}
      />
    </Formulier>
  );
}
