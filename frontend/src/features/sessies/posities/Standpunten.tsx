import { IconMessage } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { GROEP } from "~/sessie/woorden";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { IconKnop, Knop } from "~/ui/Knop";
import { Tabel, type Kolom } from "~/ui/Tabel";
import { Veld } from "~/ui/Veld";
import { LegStandpuntVast } from "../operations/legStandpuntVast";
import { useDoe } from "../useDoe";
import { Verdeling } from "./PositiesPagina";
import { POSITIE, POSITIES, type Domein, type Kostensessie, type Partij } from "./vragen";
import stijl from "./Posities.module.css";

type Props = { domein: Domein; sessies: Kostensessie[]; bewerkt: string | null };

const standpuntIn = (partij: Partij, sessie: string) =>
  partij.standpunten.find((een) => een.sessie === sessie);
/** What a party said last before a session. */
const daarvoor = (partij: Partij, sessies: Kostensessie[], sessie: string) => {
  const plek = sessies.findIndex((een) => een.sessie === sessie);
  const eerder = sessies.slice(0, plek).map((een) => een.sessie);
  return partij.standpunten.findLast((een) => eerder.includes(een.sessie));
};

/** Who said what, a column for each session; that of one session can be filled in. */
export function Standpunten({ domein, sessies, bewerkt }: Props) {
  const kolommen: Kolom<Partij>[] = [
    {
      kop: "Wie",
      isNaam: true,
      cel: ({ achterban, telt }) => (
        <>
          {achterban.naam}
          <small className={stijl.bij}>
            {achterban.groep === "MGR" ? "telt niet mee" : telt ? GROEP[achterban.groep] : "neemt niet deel"}
          </small>
        </>
      ),
    },
    ...sessies.map(({ sessie, naam, wanneer }) => ({
      kop: `${naam} (${wanneer})`,
      cel: (partij: Partij) =>
        sessie === bewerkt ? (
          <Invul partij={partij} domein={domein.domein} sessie={sessie} />
        ) : (
          <Gezegd partij={partij} sessies={sessies} sessie={sessie} />
        ),
    })),
  ];
  return (
    <div className={stijl.standpunten}>
      <Tabel
        bijschrift={`Standpunten over ${domein.naam}`}
        rijen={[...domein.partijen]}
        sleutel={({ achterban }) => achterban.sleutel}
        kolommen={kolommen}
      />
      <h3>Verloop</h3>
      <ol className={stijl.verloop}>
        {sessies.map((een) => {
          const moment = domein.verloop.find(({ sessie }) => sessie === een.sessie);
          return (
            <li key={een.sessie}>
              <Link to={`/sessies/${een.sessie}/verslag`}>{een.naam}</Link> <small>{een.wanneer}</small>
              {moment && (
                <div>
                  <Verdeling moment={moment} />
                </div>
              )}
              {een.groepen.map((groep) => (
                <small key={groep.groep} className={stijl.gestemd}>
                  Gestemd, {GROEP[groep.groep].toLowerCase()}: {gestemd(groep)}
                </small>
              ))}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function gestemd({ waarnemen, beheersen, voorkeur }: Kostensessie["groepen"][number]): string {
  if (voorkeur) return `liever ${POSITIE[voorkeur].toLowerCase()}; hoeveel mensen dat vonden is niet bekend`;
  return `${waarnemen ?? "?"}% waarnemen, ${beheersen ?? "?"}% beheersen`;
}

type CelProps = { partij: Partij; sessies: Kostensessie[]; sessie: string };
function Gezegd({ partij, sessies, sessie }: CelProps) {
  const hier = standpuntIn(partij, sessie);
  if (!hier?.positie) return <span className={stijl.niets}>niet bekend</span>;
  const vorig = daarvoor(partij, sessies, sessie);
  const anders = vorig?.positie && vorig.positie !== hier.positie;
  return (
    <>
      <span
        className={`${stijl.positie} ${hier.positie === "WAARNEMEN" ? stijl.waarnemen : stijl.beheersen}`}
      >
        {POSITIE[hier.positie]}
      </span>
      {anders && <small className={stijl.bij}>was {POSITIE[vorig.positie!].toLowerCase()}</small>}
      {hier.toelichting && <small className={stijl.bij}>{hier.toelichting}</small>}
    </>
  );
}

type InvulProps = { partij: Partij; domein: string; sessie: string };
/** One press lays it down; the same once more takes it back. */
function Invul({ partij, domein, sessie }: InvulProps) {
  const leg = useDoe(LegStandpuntVast, "sessies");
  const [waarom, zetWaarom] = useState(false);
  const hier = standpuntIn(partij, sessie);
  const { sleutel, naam } = partij.achterban;
  return (
    <div className={stijl.invul} role="group" aria-label={`Standpunt van ${naam}`}>
      {POSITIES.map((positie) => (
        <Knop
          key={positie}
          aan={hier?.positie === positie}
          aria-label={`${naam}: ${POSITIE[positie].toLowerCase()}`}
          onPress={() =>
            void leg({
              sessie,
              van: sleutel,
              domein,
              positie: hier?.positie === positie ? null : positie,
              toelichting: hier?.toelichting ?? "",
            })
          }
        >
          {POSITIE[positie]}
        </Knop>
      ))}
      {hier?.positie && (
        <IconKnop naam={`Waarom vindt ${naam} dat?`} onPress={() => zetWaarom(true)}>
          <IconMessage size={18} aria-hidden />
        </IconKnop>
      )}
      {hier?.toelichting && <small className={stijl.bij}>{hier.toelichting}</small>}
      {waarom && <Waarom partij={partij} domein={domein} sessie={sessie} opSluit={() => zetWaarom(false)} />}
    </div>
  );
}

function Waarom({ partij, domein, sessie, opSluit }: InvulProps & { opSluit: () => void }) {
  const hier = standpuntIn(partij, sessie);
  const [toelichting, zet] = useState(hier?.toelichting ?? "");
  const leg = useMutatie(LegStandpuntVast, "sessies");
  const { verstuur, bezig, bij, algemeen } = useInzending(leg, ["toelichting"]);
  const bewaar = async () => {
    const invoer = {
      sessie,
      van: partij.achterban.sleutel,
      domein,
      positie: hier?.positie ?? null,
      toelichting,
    };
    if (await verstuur(invoer)) opSluit();
  };
  return (
    <Dialoog titel={`Waarom vindt ${partij.achterban.naam} dat?`} open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void bewaar()}
        fouten={algemeen}
        bezig={bezig}
        knop="Bewaar"
        opAnnuleer={opSluit}
      >
        <Veld
          label="Waarom"
          hulp="Zoals het in de sessie gezegd is; iedereen in de hub kan het lezen."
          soort="lang"
          regels={3}
          maxLength={280}
          value={toelichting}
          onChange={zet}
          fout={bij("toelichting")}
        />
      </Formulier>
    </Dialoog>
  );
}
