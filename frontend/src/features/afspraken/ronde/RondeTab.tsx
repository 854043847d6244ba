import { useState } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import { useFilters } from "~/lib/adres";
import { datumTekst, momentTekst } from "~/lib/datum";
import { useVastgehouden } from "~/lib/vastgehouden";
import { AFSPRAKEN } from "~/realtime/contexten";
import { Gegevens } from "~/ui/Gegevens";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import { adresVan, type Afspraak } from "../afspraak";
import stijl from "../Afspraken.module.css";
import { Inbreng } from "./Inbreng";
import { DOET, FASE, NAAR, RondeQuery, type Ronde } from "./ronde";
import { RondeFaseDialoog, RondeStart } from "./RondeFormulieren";
import { TekenPaneel } from "./TekenPaneel";
import { Tekenmatrix } from "./Tekenmatrix";
import { VersieOpnemen } from "./VersieOpnemen";

const GANG = ["VOORSTEL", "VRAGEN", "REACTIES", "BEZWAREN", "TEKST", "BESLUIT", "GESLOTEN"] as const;

/** The consent round of an agreement: phases, signatures and what people bring in. */
export function RondeTab({ afspraak }: { afspraak: Afspraak }) {
  const [staat, lees] = useQuery({ query: RondeQuery, variables: { id: afspraak.id }, context: AFSPRAKEN });
  const data = useVastgehouden(staat, (gelezen) => gelezen.afspraak, afspraak.id);
  const [start, zetStart] = useState(false);
  return (
    <Gegevens
      staat={{ ...staat, data }}
      opnieuw={() => lees({ requestPolicy: "network-only" })}
      fout="De ronde kon niet geladen worden."
    >
      {({ afspraak: gelezen }) => {
        if (!gelezen) return null;
        const { ronde, versies, signalen, magRondeLeiden } = gelezen;
        const loopt = !!ronde && ronde.fase !== "GESLOTEN";
        const kan = magRondeLeiden && !loopt && afspraak.fase === "IN_AFSTEMMING" && versies.length > 0;
        const knop = kan && (
          <Knop soort="vol" onPress={() => zetStart(true)}>
            Start een ronde
          </Knop>
        );
        return (
          <>
            {ronde ? (
              <>
                {knop}
                <EenRonde afspraak={afspraak} ronde={ronde} versies={versies} />
              </>
            ) : (
              <LeegStaat titel="Nog geen ronde" actie={knop}>
                In een ronde worden partijen het eens over een vastgelegde versie: vragen, reacties, bezwaren
                en tekenen.{" "}
                {versies.length === 0
                  ? "Leg de tekst eerst als versie vast."
                  : afspraak.fase === "IN_AFSTEMMING"
                    ? "De kwartiermaker, procesregisseur of coördinator toegang start de ronde."
                    : "Dat kan als de afspraak in afstemming is."}
              </LeegStaat>
            )}
            {start && (
              <RondeStart
                afspraak={afspraak.id}
                versies={versies}
                signalen={signalen}
                opSluit={() => zetStart(false)}
              />
            )}
          </>
        );
      }}
    </Gegevens>
  );
}

type Props = { afspraak: Afspraak; ronde: Ronde; versies: { id: string; nummer: number; naam: string }[] };

function EenRonde({ afspraak, ronde, versies }: Props) {
  const { filters, zet } = useFilters("plek");
  const [naar, zetNaar] = useState<Ronde["fase"]>();
  const { telling, versie } = ronde;
  const gekozen = ronde.handtekeningen.find(({ id }) => id === filters.plek);
  const tot = ronde.stappen.at(-1)?.tot;
  return (
    <div className={stijl.vlak}>
      <div className={stijl.rondeMidden}>
        {ronde.aangenomen === true && (
          <Melding soort="gelukt">
            Versie {versie.nummer} is aangenomen: {telling.akkoord} van {telling.nodig} akkoord.
          </Melding>
        )}
        {ronde.aangenomen === false && (
          <Melding soort="info">Deze ronde is gesloten zonder akkoord. {ronde.toelichting}</Melding>
        )}
        {ronde.teLaat && (
          <Melding soort="let-op">
            Tekenen kon tot en met {datumTekst(ronde.deadline)}. Er ontbreken nog handtekeningen.
          </Melding>
        )}
        <Vak titel="Ronde" bij={`versie ${versie.nummer}: ${versie.naam}`}>
          <ol className={stijl.gang} aria-label="Fasen van de ronde">
            {GANG.map((fase) => (
              <li key={fase} aria-current={fase === ronde.fase ? "step" : undefined}>
                {FASE[fase]}
              </li>
            ))}
          </ol>
          <p>{DOET[ronde.fase]}</p>
          <p className={stijl.tekst}>{ronde.voorstel}</p>
          <p className={stijl.stil}>
            Begonnen {momentTekst(ronde.op)} · tekenen tot en met {datumTekst(ronde.deadline)} ·{" "}
            {ronde.deel === 100 ? "iedereen" : `${ronde.deel} procent`} moet akkoord zijn
            {tot && ` · deze fase duurt tot en met ${datumTekst(tot)}`}
          </p>
          <p>
            <Status soort={telling.gehaald ? "gereed" : telling.bezwaren > 0 ? "fout" : "bezig"}>
              {telling.akkoord} van {telling.nodig} akkoord, {telling.bezwaren}{" "}
              {telling.bezwaren === 1 ? "bezwaar" : "bezwaren"}
            </Status>{" "}
            <Link to={adresVan(afspraak.id, "/versies")}>Bekijk de versies</Link>
          </p>
          {ronde.magLeiden && ronde.kanNaar.length > 0 && (
            <div className={stijl.knoppen}>
              {ronde.kanNaar.map((fase, i) => (
                <Knop key={fase} soort={i === 0 ? "vol" : "gewoon"} onPress={() => zetNaar(fase)}>
                  {NAAR[fase]}
                </Knop>
              ))}
            </div>
          )}
          {ronde.magLeiden && <VersieOpnemen ronde={ronde} versies={versies} />}
        </Vak>
        <Vakken>
          <Kolom>
            <Vak titel="Wie tekent">
              <Tekenmatrix ronde={ronde} gekozen={filters.plek} opKies={(plek) => zet("plek", plek)} />
            </Vak>
          </Kolom>
          <Kolom>
            <Inbreng ronde={ronde} magInbrengen={afspraak.magOpmerken} />
          </Kolom>
        </Vakken>
      </div>
      {gekozen && (
        <TekenPaneel
          key={gekozen.id}
          ronde={ronde}
          handtekening={gekozen}
          opSluit={() => zet("plek", null)}
        />
      )}
      {naar && <RondeFaseDialoog ronde={ronde} naar={naar} opSluit={() => zetNaar(undefined)} />}
    </div>
  );
}
