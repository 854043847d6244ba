import { useState } from "react";
import { usePersonen } from "~/features/integratie/keuzes";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Koppelingen } from "~/ui/Koppelingen";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import type { Afspraak } from "../afspraak";
import { WijzigAfspraak } from "../operations/wijzigAfspraak";
import { useKeuzes } from "../useKeuzes";
import { WatVelden } from "../WatVelden";
import { botsende, invoerVan, useConcept, VELDNAAM, waardenVan } from "./concept";

const VELDEN = Object.keys(VELDNAAM);

/** Changes what is known of an agreement: only the fields that were typed in go along. */
export function AfspraakFormulier({ afspraak, opKlaar }: { afspraak: Afspraak; opKlaar: () => void }) {
  const { concept, zet, wis } = useConcept(afspraak);
  const waarden = { ...waardenVan(afspraak), ...concept.mijn };
  const botst = botsende(concept, afspraak);
  const [kiesEerst, zetKiesEerst] = useState(false);
  const { uitkomsten, afspraken, rollen } = useKeuzes();
  const personen = usePersonen();
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(WijzigAfspraak, "afspraken"), VELDEN);
  const wijzig = (mijn: Partial<typeof waarden>) => zet({ ...concept, mijn: { ...concept.mijn, ...mijn } });
  const klaar = () => {
    wis();
    opKlaar();
  };
  const bewaar = async () => {
    zetKiesEerst(botst.length > 0);
    if (botst.length > 0) return;
    const { id } = afspraak;
    if (!(await verstuur({ id, verwachteVersie: concept.versie, ...invoerVan(concept.mijn, waarden) })))
      return;
    kondigAan("De afspraak is bewaard.");
    klaar();
  };
  const andere = afspraken.filter(({ id }) => id !== afspraak.id);
  const vast = !afspraak.magSchrijven;
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={[
        ...algemeen,
        ...(kiesEerst && botst.length > 0 ? ["Kies eerst of jouw invoer blijft of die van je collega."] : []),
      ]}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
      opAnnuleer={klaar}
    >
      {botst.length > 0 && (
        <Botsing
          opNeemOver={wis}
          opHoud={() => zet({ ...concept, versie: afspraak.versie, begin: waardenVan(afspraak) })}
        >
          Een collega wijzigde terwijl je typte:{" "}
          {botst.map((veld) => VELDNAAM[veld].toLowerCase()).join(", ")}
          {afspraak.gewijzigdDoor ? ` (${afspraak.gewijzigdDoor.naam})` : ""}.
        </Botsing>
      )}
      {vast ? (
        <Melding soort="info">
          Wat er afgesproken is verandert nu niet. Wie de afspraak beheert en wanneer zij weer bekeken wordt,
          kun je wel wijzigen.
        </Melding>
      ) : (
        <>
          <WatVelden
            waarden={waarden}
            wijzig={wijzig}
            bij={bij}
            hulp="In een of twee zinnen. Noem geen namen van personen en geen BSN."
          />
          <Veld
            label="Grondslag"
            maxLength={500}
            value={waarden.grondslag}
            onChange={(grondslag) => wijzig({ grondslag })}
            hulp="Waar rust zij op? Bijvoorbeeld een wet, een protocol of een plan."
            fout={bij("grondslag")}
          />
        </>
      )}
      <Keuze
        label="Eigenaar"
        zoekbaar
        opties={personen}
        leeg="Geen eigenaar"
        waarde={waarden.eigenaar}
        opKies={(eigenaar) => wijzig({ eigenaar })}
        fout={bij("eigenaar")}
      />
      <Veld
        label="Herzien op"
        soort="datum"
        min="2014-01-01"
        value={waarden.herzienOp}
        onChange={(herzienOp) => wijzig({ herzienOp })}
        hulp="Wanneer bekijken we haar weer?"
        fout={bij("herzienOp")}
      />
      <Veld
        label="Geldig tot en met"
        soort="datum"
        min="2014-01-01"
        value={waarden.geldigTot}
        onChange={(geldigTot) => wijzig({ geldigTot })}
        hulp="Laat leeg als er geen einddag is."
        fout={bij("geldigTot")}
      />
      <MeerKeuze
        label="Uitkomsten"
        hulp="Aan welke van de tien beoogde uitkomsten draagt zij bij?"
        opties={uitkomsten}
        waarde={waarden.uitkomsten}
        opKies={(ids) => wijzig({ uitkomsten: ids })}
        fout={bij("uitkomsten")}
      />
      <Koppelingen
        label="Wacht op"
        erbij="Afspraak die er eerst moet zijn"
        alle={andere}
        gekozen={waarden.wachtOp}
        opKies={(wachtOp) => wijzig({ wachtOp })}
        fout={bij("wachtOp")}
      />
      <Koppelingen
        label="Hangt samen met"
        erbij="Afspraak die ermee samenhangt"
        alle={andere}
        gekozen={waarden.verwant}
        opKies={(verwant) => wijzig({ verwant })}
        fout={bij("verwant")}
      />
      <Veld
        label="Stuk van college, raad of ander gremium"
        maxLength={200}
        value={waarden.stuk}
        onChange={(stuk) => wijzig({ stuk })}
        hulp="Hoe heet het stuk? Laat leeg als er nog geen is."
        fout={bij("stuk")}
      />
      {waarden.stuk && (
        <>
          <Keuze
            label="Van wie is het stuk?"
            zoekbaar
            opties={rollen.filter(({ soort }) => soort === "GREMIUM")}
            leeg="Niet gekozen"
            waarde={waarden.stukGremium}
            opKies={(stukGremium) => wijzig({ stukGremium })}
          />
          <Veld
            label="Datum van het stuk"
            soort="datum"
            min="2014-01-01"
            value={waarden.stukDatum}
            onChange={(stukDatum) => wijzig({ stukDatum })}
          />
          <Veld
            label="Adres van het stuk"
            maxLength={500}
            value={waarden.stukAdres}
            onChange={(stukAdres) => wijzig({ stukAdres })}
            hulp="Waar is het te lezen? Bijvoorbeeld https://…"
          />
        </>
      )}
    </Formulier>
  );
}
