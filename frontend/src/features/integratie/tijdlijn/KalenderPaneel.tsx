import { useState } from "react";
import { datumTekst, momentTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { kondigAan } from "~/ui/meldingen";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { useGremia } from "../keuzes";
import { LegVergaderingVast } from "../operations/legVergaderingVast";
import type { Traject, Vergadering } from "./traject";
import stijl from "./Tijdlijn.module.css";

const VELDEN = ["gremium", "datum", "aanleverdatum"];
type Props = { traject: Traject; bereik: string; mag: boolean; opSluit: () => void };

/** When the bodies meet that have to do with this trajectory, and until when they take papers. */
export function KalenderPaneel({ traject, bereik, mag, opSluit }: Props) {
  const [gekozen, zetGekozen] = useState<Vergadering>();
  return (
    <Zijpaneel titel="Vergaderingen" opSluit={opSluit}>
      <div className={stijl.paneel}>
        {mag && (
          <Invoer
            key={gekozen?.id ?? "nieuw"}
            vergadering={gekozen}
            traject={traject}
            bereik={bereik}
            opKlaar={() => zetGekozen(undefined)}
          />
        )}
        <Vak titel="Kalender" bij={traject.vergaderingen.length}>
          {traject.vergaderingen.length === 0 ? (
            <p>
              Er staat nog geen vergadering in de kalender. Zonder vergaderdagen rekent de planning met de
              uiterste dag.
            </p>
          ) : (
            <ul className={stijl.kalender} aria-label="Vergaderingen">
              {traject.vergaderingen.map((een) => (
                <li key={een.id}>
                  <b>{datumTekst(een.datum)}</b> {een.gremium.naam}
                  <span>
                    {een.vervallen ? (
                      <Status soort="fout">gaat niet door</Status>
                    ) : een.aanleverdatum ? (
                      `stukken uiterlijk ${datumTekst(een.aanleverdatum)}`
                    ) : (
                      "aanleverdatum onbekend"
                    )}
                    {een.gewijzigdDoor && ` · ${een.gewijzigdDoor.naam}, ${momentTekst(een.gewijzigdOp)}`}
                  </span>
                  {mag && (
                    <Knop soort="stil" onPress={() => zetGekozen(een)}>
                      Wijzig
                      <span className="alleen-voorlezen">
                        {" "}
                        {een.gremium.naam}, {datumTekst(een.datum)}
                      </span>
                    </Knop>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Vak>
      </div>
    </Zijpaneel>
  );
}

function Invoer({
  vergadering,
  traject,
  bereik,
  opKlaar,
}: {
  vergadering: Vergadering | undefined;
  traject: Traject;
  bereik: string;
  opKlaar: () => void;
}) {
  const gremia = useGremia();
  const [gremium, zetGremium] = useState<string | null>(vergadering?.gremium.id ?? null);
  const [datum, zetDatum] = useState(vergadering?.datum ?? "");
  const [aanleverdatum, zetAanleverdatum] = useState(vergadering?.aanleverdatum ?? "");
  const [leeg, zetLeeg] = useState<Record<string, string>>({});
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(LegVergaderingVast, bereik), VELDEN);
  const bewaar = async (vervallen: boolean) => {
    const mist: Record<string, string> = {};
    if (!gremium) mist["gremium"] = "Kies wie er vergadert.";
    if (!datum) mist["datum"] = "Kies de dag van de vergadering.";
    zetLeeg(mist);
    if (!gremium || !datum) return;
    const antwoord = await verstuur({
      traject: traject.id,
      id: vergadering?.id ?? null,
      verwachteVersie: vergadering?.versie ?? null,
      gremium,
      datum,
      aanleverdatum: aanleverdatum || null,
      vervallen,
    });
    if (!antwoord) return;
    kondigAan("De vergadering staat in de kalender.");
    zetDatum("");
    zetAanleverdatum("");
    opKlaar();
  };
  return (
    <Vak titel={vergadering ? "Wijzig de vergadering" : "Nieuwe vergadering"}>
      <Formulier
        opVerstuur={() => void bewaar(vergadering?.vervallen ?? false)}
        fouten={algemeen}
        bezig={bezig}
        knop={bezig ? "Bezig met bewaren…" : "Zet in de kalender"}
        opAnnuleer={vergadering ? opKlaar : undefined}
      >
        <Keuze
          label="Gremium"
          zoekbaar
          opties={gremia}
          waarde={gremium}
          opKies={zetGremium}
          fout={leeg["gremium"] ?? bij("gremium")}
        />
        <Veld
          label="Vergadering op"
          soort="datum"
          isRequired
          min="2014-01-01"
          value={datum}
          onChange={zetDatum}
          fout={leeg["datum"] ?? bij("datum")}
        />
        <Veld
          label="Stukken uiterlijk op"
          soort="datum"
          min="2014-01-01"
          value={aanleverdatum}
          onChange={zetAanleverdatum}
          hulp="Leeg: onbekend."
          fout={bij("aanleverdatum")}
        />
        {vergadering && (
          <Knop isDisabled={bezig} onPress={() => void bewaar(!vergadering.vervallen)}>
            {vergadering.vervallen ? "Gaat toch door" : "Gaat niet door"}
          </Knop>
        )}
      </Formulier>
    </Vak>
  );
}
