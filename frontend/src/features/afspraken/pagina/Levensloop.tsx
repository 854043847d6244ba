import { useState } from "react";
import { rolNaam } from "~/features/account/rollen";
import { momentTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { kondigAan } from "~/ui/meldingen";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { FASE, type Afspraak } from "../afspraak";
import { WijzigAfspraakFase } from "../operations/wijzigAfspraakFase";
import { useKeuzes } from "../useKeuzes";
import stijl from "../Afspraken.module.css";

type Stap = Afspraak["stappen"][number];
const GANG = ["CONCEPT", "IN_AFSTEMMING", "TER_VASTSTELLING", "VASTGESTELD"] as const;
type Gang = (typeof GANG)[number];

/** Where it stands, and for each step from here: who may take it and what is still missing. */
export function Levensloop({ afspraak }: { afspraak: Afspraak }) {
  const [gekozen, zetGekozen] = useState<Stap["naar"]>();
  const stap = afspraak.stappen.find(({ naar }) => naar === gekozen);
  const voorbij = !GANG.includes(afspraak.fase as Gang);
  return (
    <Vak titel="Levensloop">
      <ol className={stijl.gang} aria-label="Van concept tot vastgesteld">
        {[...GANG, ...(voorbij ? [afspraak.fase] : [])].map((fase) => (
          <li key={fase} aria-current={fase === afspraak.fase ? "step" : undefined}>
            {FASE[fase][1]}
          </li>
        ))}
      </ol>
      <p className={stijl.stil}>
        {FASE[afspraak.fase][1]} sinds {momentTekst(afspraak.faseSinds)}
        {afspraak.toelichting && `: ${afspraak.toelichting}`}
      </p>
      {afspraak.stappen.map((een) => (
        <div key={een.naar} className={stijl.stap}>
          <Knop
            soort={GANG.indexOf(een.naar as Gang) > GANG.indexOf(afspraak.fase as Gang) ? "vol" : "gewoon"}
            isDisabled={!een.mag || een.ontbreekt.length > 0}
            onPress={() => zetGekozen(een.naar)}
          >
            {een.naam}
          </Knop>
          {een.ontbreekt.length > 0 && (
            <div>
              <Status soort="wacht">Dit ontbreekt nog</Status>
              <ul>
                {een.ontbreekt.map((zin) => (
                  <li key={zin}>{zin}</li>
                ))}
              </ul>
            </div>
          )}
          {!een.mag && <p className={stijl.stil}>Dit doet: {een.wie.map(rolNaam).join(", ")}.</p>}
        </div>
      ))}
      {stap && <StapDialoog afspraak={afspraak} stap={stap} opSluit={() => zetGekozen(undefined)} />}
    </Vak>
  );
}

function StapDialoog({ afspraak, stap, opSluit }: { afspraak: Afspraak; stap: Stap; opSluit: () => void }) {
  const [toelichting, zetToelichting] = useState("");
  const [opvolger, zetOpvolger] = useState<string | null>(null);
  const { afspraken } = useKeuzes();
  const inzending = useInzending(useMutatie(WijzigAfspraakFase, "afspraken"), ["toelichting", "opvolger"]);
  const zet = async () => {
    const { id, versie: verwachteVersie } = afspraak;
    const meer = stap.naar === "VERVANGEN" ? { opvolger } : {};
    if (!(await inzending.verstuur({ id, verwachteVersie, naar: stap.naar, toelichting, ...meer }))) return;
    kondigAan(`De afspraak is nu ${FASE[stap.naar][1]}.`);
    opSluit();
  };
  return (
    <Dialoog titel={stap.naam} open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void zet()}
        fouten={inzending.algemeen}
        bezig={inzending.bezig}
        knop={stap.naam}
        opAnnuleer={opSluit}
      >
        <p>
          ‘{afspraak.naam}’ gaat van {FASE[afspraak.fase][1]} naar {FASE[stap.naar][1]}.
        </p>
        {stap.naar === "VERVANGEN" && (
          <Keuze
            label="Welke afspraak komt ervoor in de plaats?"
            zoekbaar
            opties={afspraken.filter(({ id, fase }) => id !== afspraak.id && fase === "VASTGESTELD")}
            waarde={opvolger}
            opKies={zetOpvolger}
            hulp="Alleen een afspraak die vastgesteld is."
            fout={inzending.bij("opvolger")}
          />
        )}
        <Veld
          label="Toelichting"
          isRequired={stap.vraagtToelichting}
          soort="lang"
          maxLength={1000}
          value={toelichting}
          onChange={zetToelichting}
          hulp="Wat moeten de anderen hierbij weten?"
          fout={inzending.bij("toelichting")}
        />
      </Formulier>
    </Dialoog>
  );
}
