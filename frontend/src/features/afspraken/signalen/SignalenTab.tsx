import { useState } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import type { AfspraakPartij } from "~/graphql/gen/graphql";
import { AFSPRAKEN } from "~/realtime/contexten";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { useMag } from "~/features/account/ik";
import { adresVan, PARTIJEN, type Afspraak } from "../afspraak";
import { MeldSignaal } from "../operations/meldSignaal";
import stijl from "../Afspraken.module.css";
import { BehandelFormulier } from "./BehandelFormulier";
import { SignalenQuery, type Signaal } from "./signaal";
import { SignaalTabel } from "./SignaalTabel";

/** The signals about one agreement; often the same leads to a proposal. */
export function SignalenTab({ afspraak }: { afspraak: Afspraak }) {
  const mag = useMag("SignaalMelden");
  const [staat, lees] = useQuery({ query: SignalenQuery, context: AFSPRAKEN });
  const [gekozen, zetGekozen] = useState<Signaal>();
  const [nieuw, zetNieuw] = useState(false);
  const rijen = (staat.data?.signalen ?? []).filter((signaal) => signaal.afspraak.id === afspraak.id);
  return (
    <Vak
      titel="Wat er gemeld is"
      bij={rijen.length}
      actie={mag && <Knop onPress={() => zetNieuw(true)}>Meld een signaal</Knop>}
    >
      {rijen[0]?.afspraak.signalenKerenTerug && (
        <Melding soort="let-op">
          Hier komen vaak signalen over binnen: drie of meer in een jaar. Doe een voorstel: herzie de tekst en{" "}
          <Link to={adresVan(afspraak.id, "/ronde")}>start een ronde</Link> met deze signalen erbij.
        </Melding>
      )}
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De signalen konden niet geladen worden."
      >
        {() =>
          rijen.length > 0 ? (
            <SignaalTabel signalen={rijen} opBehandel={zetGekozen} />
          ) : (
            <p className={stijl.stil}>Nog niemand meldde dat deze afspraak niet werkt.</p>
          )
        }
      </Gegevens>
      {gekozen && (
        <Dialoog titel="Behandel het signaal" open opSluit={() => zetGekozen(undefined)}>
          <BehandelFormulier signaal={gekozen} opKlaar={() => zetGekozen(undefined)} />
        </Dialoog>
      )}
      {nieuw && (
        <Dialoog titel="Meld een signaal" open opSluit={() => zetNieuw(false)}>
          <Melden afspraak={afspraak} opKlaar={() => zetNieuw(false)} />
        </Dialoog>
      )}
    </Vak>
  );
}

function Melden({ afspraak, opKlaar }: { afspraak: Afspraak; opKlaar: () => void }) {
  const [van, zetVan] = useState<AfspraakPartij>("TOEGANG");
  const [gemeente, zetGemeente] = useState<string | null>(null);
  const [tekst, zetTekst] = useState("");
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(MeldSignaal, "afspraken"), [
    "van",
    "gemeente",
    "tekst",
  ]);
  const meld = async () => {
    if (!(await verstuur({ afspraak: afspraak.id, van, gemeente, tekst }))) return;
    kondigAan("Je signaal is gemeld. Je ziet hier wat ermee gebeurt.");
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void meld()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met melden…" : "Meld"}
      opAnnuleer={opKlaar}
    >
      <Veld
        label="Wat werkt er niet?"
        isRequired
        soort="lang"
        maxLength={2000}
        value={tekst}
        onChange={zetTekst}
        hulp="Noem geen namen van personen en geen BSN."
        fout={bij("tekst")}
      />
      <Keuze
        label="Van wie komt het?"
        opties={PARTIJEN}
        waarde={van}
        opKies={(partij) => partij && zetVan(partij as AfspraakPartij)}
        fout={bij("van")}
      />
      <Keuze
        label="Gemeente"
        opties={afspraak.gemeenten}
        leeg="Niet van één gemeente"
        waarde={gemeente}
        opKies={zetGemeente}
        fout={bij("gemeente")}
      />
    </Formulier>
  );
}
