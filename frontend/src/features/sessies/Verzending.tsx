import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { momentTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { meervoud } from "~/sessie/woorden";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { IconKnop, Knop } from "~/ui/Knop";
import { meldToast } from "~/ui/meldingen";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import { StuurVerslag } from "./operations/stuurVerslag";
import type { Sessie } from "./sessies";
import { VoorstelQuery, type Ontvanger, type Verslagvoorstel } from "./verslagvoorstel";
import stijl from "./Sessies.module.css";

/** To whom the report went, and sending it on: only to people who are named. For who leads. */
export function Verzending({ sessie }: { sessie: Sessie }) {
  const [open, zetOpen] = useState(false);
  const [{ data }] = useQuery({
    query: VoorstelQuery,
    variables: { sessie: sessie.id },
    pause: !sessie.magLeiden || sessie.stand !== "AFGEROND",
    requestPolicy: "cache-and-network",
  });
  const voorstel = data?.verslagvoorstel;
  if (!voorstel || (!voorstel.magSturen && voorstel.verzendingen.length === 0)) return null;
  return (
    <div className="niet-afdrukken">
      <Vak
        titel="Verstuurd"
        bij={voorstel.verzendingen.length}
        actie={voorstel.magSturen && <Knop onPress={() => zetOpen(true)}>Stuur het verslag…</Knop>}
      >
        {voorstel.verzendingen.length === 0 && (
          <p>Nog aan niemand. Het verslag gaat nooit vanzelf weg: jij kiest wie het krijgt.</p>
        )}
        <ul className={stijl.lijst}>
          {voorstel.verzendingen.map(({ op, door, aan }) => (
            <li key={op}>
              {aan.join(", ")}
              <br />
              <small>
                {momentTekst(op)}
                {door && `, door ${door}`}
              </small>
            </li>
          ))}
        </ul>
      </Vak>
      {open && <Stuur voorstel={voorstel} opSluit={() => zetOpen(false)} />}
    </div>
  );
}

const HOE = {
  METEEN: "Melding in de hub, en meteen een e-mail",
  DAGELIJKS: "Melding in de hub, en morgen in het overzicht per e-mail",
  NIET: "Melding in de hub; wil geen e-mail",
};
const waarom = ({ rol, gestuurdOp }: Ontvanger) =>
  [rol ?? "door jou gekozen", gestuurdOp && `kreeg het al (${momentTekst(gestuurdOp)})`]
    .filter(Boolean)
    .join("; ");

/** First who, then a look at who gets what, and only then it goes. */
function Stuur({ voorstel, opSluit }: { voorstel: Verslagvoorstel; opSluit: () => void }) {
  const { aanwezigen, anderen, zonderAccount, onderwerp } = voorstel;
  const [aan, zetAan] = useState(() =>
    aanwezigen.filter(({ gestuurdOp }) => !gestuurdOp).map(({ persoon }) => persoon),
  );
  const [bekijkt, zetBekijkt] = useState(false);
  const stuur = useMutatie(StuurVerslag);
  const { verstuur, bezig, algemeen } = useInzending(stuur, []);
  const gekozen = [...aanwezigen, ...anderen].filter(({ persoon }) => aan.includes(persoon));
  const erbij = anderen.filter(({ persoon }) => aan.includes(persoon));
  const weg = async () => {
    if (!(await verstuur({ sessie: voorstel.sessie, aan }))) return;
    meldToast(`Het verslag is gestuurd aan ${meervoud(aan.length, "persoon", "personen")}.`);
    opSluit();
  };
  if (bekijkt)
    return (
      <Dialoog titel="Wie krijgt wat?" open opSluit={opSluit}>
        <Formulier
          opVerstuur={() => void weg()}
          fouten={algemeen}
          bezig={bezig}
          knop={bezig ? "Bezig met sturen…" : `Stuur aan ${meervoud(aan.length, "persoon", "personen")}`}
          opAnnuleer={opSluit}
        >
          <p>
            Onderwerp: <strong>{onderwerp}</strong>. In de e-mail staat een link naar het verslag in de hub,
            en niets van wat er geschreven is.
          </p>
          <Tabel
            bijschrift="Wie wat krijgt"
            rijen={gekozen}
            sleutel={({ persoon }) => persoon}
            kolommen={[
              { kop: "Wie", isNaam: true, cel: ({ naam }) => naam },
              { kop: "Waarom", cel: waarom },
              { kop: "Hoe", cel: ({ bezorging }) => HOE[bezorging] },
            ]}
          />
          <p>
            <Knop soort="stil" onPress={() => zetBekijkt(false)}>
              Kies anders
            </Knop>
          </p>
        </Formulier>
      </Dialoog>
    );
  return (
    <Dialoog titel="Stuur het verslag" open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => zetBekijkt(true)}
        fouten={[]}
        bezig={false}
        uit={aan.length === 0}
        knop="Bekijk wie wat krijgt"
        opAnnuleer={opSluit}
      >
        {aanwezigen.length > 0 ? (
          <MeerKeuze
            label="Wie erbij waren"
            hulp="Wie de sessie leidde, en wie op naam zette wat die schreef."
            opties={aanwezigen.map((een) => ({ id: een.persoon, naam: `${een.naam}: ${waarom(een)}` }))}
            waarde={aan.filter((id) => aanwezigen.some(({ persoon }) => persoon === id))}
            opKies={(ids) => zetAan([...ids, ...erbij.map(({ persoon }) => persoon)])}
          />
        ) : (
          <p>Van anderen die erbij waren, weet de hub niet wie zij zijn.</p>
        )}
        {zonderAccount > 0 && (
          <p>
            {meervoud(zonderAccount, "deelnemer deed", "deelnemers deden")} mee zonder account. De hub kent
            hun adres niet: zij krijgen niets.
          </p>
        )}
        <Keuze
          // Whoever was chosen is no longer in the list, nor in the field.
          key={aan.length}
          label="Ook aan"
          zoekbaar
          leeg="Kies iemand"
          opties={anderen
            .filter(({ persoon }) => !aan.includes(persoon))
            .map(({ persoon, naam }) => ({ id: persoon, naam }))}
          waarde={null}
          opKies={(id) => id && zetAan([...aan, id])}
        />
        <ul className={stijl.lijst}>
          {erbij.map(({ persoon, naam }) => (
            <li key={persoon} className={stijl.deelnemer}>
              {naam}
              <IconKnop
                naam={`Toch niet aan ${naam}`}
                onPress={() => zetAan(aan.filter((id) => id !== persoon))}
              >
                <IconX size={16} aria-hidden />
              </IconKnop>
            </li>
          ))}
        </ul>
      </Formulier>
    </Dialoog>
  );
}
