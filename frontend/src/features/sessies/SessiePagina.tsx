import { useState } from "react";
import { Link, useParams } from "react-router";
import { useIk } from "~/features/account/ik";
import { Klok } from "~/sessie/Klok";
import { Uitslag } from "~/sessie/Uitslag";
import { anoniemZin, codeTekst, FASE, meervoud, STEMVORM, STEMZIN } from "~/sessie/woorden";
import { Bevestig } from "~/ui/Bevestig";
import { Knop } from "~/ui/Knop";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import { Bordvak } from "./Bordvak";
import { Deelnemers, Postvak } from "./Zaal";
import { Sjabloonknop } from "./Sjabloonknop";
import { GaNaarFase } from "./operations/gaNaarFase";
import { HerstelFase } from "./operations/herstelFase";
import { OpenSessie } from "./operations/openSessie";
import { RondSessieAf } from "./operations/rondSessieAf";
import { SluitStemming } from "./operations/sluitStemming";
import { ToonNotities } from "./operations/toonNotities";
import { WisFase } from "./operations/wisFase";
import { ZetDeur } from "./operations/zetDeur";
import { ZetTijd } from "./operations/zetTijd";
import { Opbrengsten } from "./Opbrengsten";
import { Qr } from "./Qr";
import { bereikVan, faseNu, meedoenAdres, verzamelfase, type Fase, type Sessie } from "./sessies";
import { useDoe } from "./useDoe";
import { useKijkers, useSessie } from "./useSessie";
import stijl from "./Sessies.module.css";

/** What goes wrong is told at the edge of the screen. */
const RUST = { bezig: false, algemeen: [] };

export function SessiePagina() {
  const { id = "" } = useParams();
  const { sessie, geladen, fout, opnieuw } = useSessie(id);
  const kruimels = [{ naam: "Sessies", naar: "/sessies" }];
  if (sessie)
    return (
      <Pagina titel={sessie.naam} kruimels={kruimels} vol>
        <Console sessie={sessie} />
      </Pagina>
    );
  return (
    <Pagina titel="Sessie" kruimels={kruimels}>
      {geladen ? (
        <LeegStaat titel="Deze sessie bestaat niet" actie={<Link to="/sessies">Naar de sessies</Link>}>
          Misschien is het adres niet goed overgenomen.
        </LeegStaat>
      ) : fout ? (
        <Foutstaat gebeurd="De sessie kon niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={8} hoogte="2.5rem" />
      )}
    </Pagina>
  );
}

/** The console of the facilitator: the agenda, what is on, and the room. */
function Console({ sessie }: { sessie: Sessie }) {
  const { persoon } = useIk();
  const kijkers = useKijkers(sessie.id);
  const leidt =
    sessie.magLeiden &&
    (sessie.begeleiders.length === 0 || sessie.begeleiders.some((een) => een.persoon === persoon.id));
  const nu = faseNu(sessie);
  const kan = leidt && sessie.stand === "BEZIG";
  return (
    <div className={stijl.console}>
      <div className={stijl.links}>
        <Toegang sessie={sessie} leidt={leidt} />
        <Agenda sessie={sessie} kan={kan} />
      </div>
      <div className={stijl.midden}>
        <p className={stijl.anoniem}>{anoniemZin(sessie.anoniem)}</p>
        {sessie.stand === "AFGEROND" && (
          <Vak titel="De sessie is afgerond">
            <p>
              <Link to={`/sessies/${sessie.id}/verslag`}>Lees het verslag</Link>
            </p>
          </Vak>
        )}
        {!nu && sessie.stand !== "AFGEROND" && (
          <Vak titel="Ontvangst">
            <p>
              {sessie.stand === "GEPLAND"
                ? "De deur is nog dicht. Open de sessie: dan komt er een code waarmee iedereen op de telefoon kan meedoen."
                : `${meervoud(sessie.aantalDeelnemers, "deelnemer is", "deelnemers zijn")} binnen. Begin met de eerste fase als iedereen er is.`}
            </p>
            {sessie.doel && <p className={stijl.doel}>{sessie.doel}</p>}
          </Vak>
        )}
        {nu && <Fasevak key={nu.id} sessie={sessie} fase={nu} kan={kan} />}
        <Bordvak sessie={sessie} fase={verzamelfase(sessie)} kan={kan} />
        {leidt && sessie.stand !== "GEPLAND" && (
          <p>
            Ging het over kosten?{" "}
            <Link to={`/sessies/posities?sessie=${sessie.id}`}>
              Leg vast wat gemeenten zeiden: waarnemen of beheersen
            </Link>
          </p>
        )}
        <Opbrengsten sessie={sessie} />
      </div>
      <div className={stijl.rechts}>
        {leidt && <Postvak sessie={sessie} />}
        <Deelnemers sessie={sessie} leidt={leidt} kijkers={kijkers} />
      </div>
    </div>
  );
}

function Toegang({ sessie, leidt }: { sessie: Sessie; leidt: boolean }) {
  const bereik = bereikVan(sessie.id);
  const open = useDoe(OpenSessie, bereik);
  const zetDeur = useDoe(ZetDeur, bereik);
  const { code, deur, id } = sessie;
  return (
    <Vak titel="Meedoen">
      {sessie.stand === "GEPLAND" && leidt && (
        <Knop soort="vol" onPress={() => void open({ sessie: id }, "De sessie is open.")}>
          Open de sessie
        </Knop>
      )}
      {code && (
        <div className={stijl.toegang}>
          <Qr code={code} />
          <div>
            <div className={stijl.code}>{codeTekst(code)}</div>
            <a href={`/meedoen/${code}`} target="_blank" rel="noreferrer">
              {meedoenAdres(code).replace(/^https?:\/\//, "")}
            </a>
          </div>
        </div>
      )}
      <p>
        <a href={`/sessies/${id}/scherm`} target="_blank" rel="noreferrer">
          Open het grote scherm
        </a>
      </p>
      {sessie.stand === "BEZIG" && leidt && (
        <div className={stijl.knoppen} role="group" aria-label="De deur">
          {(
            [
              ["OPEN", "Open"],
              ["OP_GOEDKEURING", "Ik laat binnen"],
              ["DICHT", "Dicht"],
            ] as const
          ).map(([stand, naam]) => (
            <Knop key={stand} aan={deur === stand} onPress={() => void zetDeur({ sessie: id, deur: stand })}>
              {naam}
            </Knop>
          ))}
        </div>
      )}
    </Vak>
  );
}

function Agenda({ sessie, kan }: { sessie: Sessie; kan: boolean }) {
  const bereik = bereikVan(sessie.id);
  const ga = useDoe(GaNaarFase, bereik);
  const rondAf = useDoe(RondSessieAf, bereik);
  const [zeker, zetZeker] = useState(false);
  const nu = sessie.fasen.findIndex(({ id }) => id === sessie.huidigeFase);
  const volgende = sessie.fasen[nu + 1];
  return (
    <Vak titel="Fasen" actie={<Sjabloonknop sessie={sessie} />}>
      <ol className={stijl.agenda}>
        {sessie.fasen.map(({ id, naam, soort, minuten, stemming }) => (
          <li key={id} aria-current={id === sessie.huidigeFase ? "step" : undefined}>
            <span>
              <strong>{naam}</strong>
              <small>
                {[FASE[soort], stemming && STEMVORM[stemming.vorm], minuten && `${minuten} minuten`]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </span>
            {kan && id !== sessie.huidigeFase && (
              <Knop onPress={() => void ga({ sessie: sessie.id, fase: id })} aria-label={`Ga naar ${naam}`}>
                Ga
              </Knop>
            )}
          </li>
        ))}
      </ol>
      {kan && (
        <div className={stijl.knoppen}>
          {volgende && (
            <Knop soort="vol" onPress={() => void ga({ sessie: sessie.id, fase: volgende.id })}>
              {nu < 0 ? "Begin" : "Volgende fase"}
            </Knop>
          )}
          {nu >= 0 && (
            <Knop onPress={() => void ga({ sessie: sessie.id, fase: null })}>Naar de ontvangst</Knop>
          )}
          <Knop onPress={() => zetZeker(true)}>Rond de sessie af</Knop>
        </div>
      )}
      {zeker && (
        <Bevestig
          titel="De sessie afronden?"
          open
          inzending={RUST}
          knop="Rond af"
          opJa={async () => {
            if (await rondAf({ sessie: sessie.id }, "De sessie is afgerond.")) zetZeker(false);
          }}
          opSluit={() => zetZeker(false)}
        >
          Niemand kan daarna nog schrijven of stemmen. Het verslag staat meteen klaar.
        </Bevestig>
      )}
    </Vak>
  );
}

function Fasevak({ sessie, fase, kan }: { sessie: Sessie; fase: Fase; kan: boolean }) {
  const bereik = bereikVan(sessie.id);
  const zetTijd = useDoe(ZetTijd, bereik);
  const toon = useDoe(ToonNotities, bereik);
  const sluit = useDoe(SluitStemming, bereik);
  const wis = useDoe(WisFase, bereik);
  const herstel = useDoe(HerstelFase, bereik);
  const [zeker, zetZeker] = useState(false);
  const plek = { sessie: sessie.id, fase: fase.id };
  const stemt = fase.soort === "STEMMEN";
  const erbij = (seconden: number) => {
    const over = fase.looptTot ? Math.max(0, Math.round((Date.parse(fase.looptTot) - Date.now()) / 1000)) : 0;
    void zetTijd({ ...plek, seconden: over + seconden });
  };
  return (
    <Vak
      titel={`${sessie.fasen.indexOf(fase) + 1}. ${fase.naam}`}
      bij={FASE[fase.soort]}
      actie={<Klok looptTot={fase.looptTot} className={stijl.klok} metGeluid />}
    >
      {fase.uitleg && <p>{fase.uitleg}</p>}
      <p>
        {stemt
          ? `${fase.aantalGestemd} van ${meervoud(sessie.aantalDeelnemers, "deelnemer", "deelnemers")} stemden. ${STEMZIN}`
          : `${fase.aantalKlaar} van ${meervoud(sessie.aantalDeelnemers, "deelnemer is", "deelnemers zijn")} klaar.`}
      </p>
      {kan && (
        <div className={stijl.knoppen}>
          {fase.soort === "VERZAMELEN" && !fase.getoond && (
            <Knop soort="vol" onPress={() => void toon(plek, "Iedereen ziet de notities.")}>
              Toon de notities
            </Knop>
          )}
          {fase.stemmingOpen && (
            <Knop soort="vol" onPress={() => void sluit(plek, "De stemming is gesloten.")}>
              Sluit de stemming
            </Knop>
          )}
          <Knop onPress={() => erbij(60)}>1 minuut erbij</Knop>
          <Knop onPress={() => erbij(300)}>5 minuten erbij</Knop>
          {fase.looptTot && (
            <Knop onPress={() => void zetTijd({ ...plek, seconden: null })}>Stop de tijd</Knop>
          )}
          {(stemt || fase.soort === "VERZAMELEN") && (
            <Knop onPress={() => zetZeker(true)}>Begin opnieuw</Knop>
          )}
          {fase.aantalGewist > 0 && (
            <Knop onPress={() => void herstel(plek)}>
              Zet {meervoud(fase.aantalGewist, "notitie", "notities")} terug
            </Knop>
          )}
        </div>
      )}
      {stemt && <Uitslag keuzes={fase.keuzes} uitslag={fase.uitslag} />}
      {zeker && (
        <Bevestig
          titel={`‘${fase.naam}’ opnieuw beginnen?`}
          open
          inzending={RUST}
          knop="Begin opnieuw"
          opJa={async () => {
            if (await wis(plek)) zetZeker(false);
          }}
          opSluit={() => zetZeker(false)}
        >
          {stemt
            ? "Alle stemmen van deze stemming vervallen; iedereen stemt opnieuw. Dat is niet terug te draaien."
            : "De notities van deze fase verdwijnen van het bord. Je kunt ze daarna nog terugzetten."}
        </Bevestig>
      )}
    </Vak>
  );
}
