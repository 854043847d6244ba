import { useEffect } from "react";
import { useParams } from "react-router";
import { useVerbinding } from "~/realtime/verbinding";
import { Klok } from "~/sessie/Klok";
import { Uitslag } from "~/sessie/Uitslag";
import { anoniemZin, codeTekst, FASE, meervoud, OPBRENGST, STEMZIN } from "~/sessie/woorden";
import { Foutstaat, LeegStaat } from "~/ui/Staat";
import { Bord } from "./Bord";
import { Qr } from "./Qr";
import { faseNu, meedoenAdres, verzamelfase, type Fase, type Sessie } from "./sessies";
import { useKijkers, useSessie } from "./useSessie";
import stijl from "./Presentatie.module.css";

/** The big screen: large type, nothing to press. It follows the facilitator. */
export function PresentatiePagina() {
  const { id = "" } = useParams();
  const { sessie, geladen, fout, opnieuw } = useSessie(id);
  useEffect(() => {
    document.title = `${sessie?.naam ?? "Sessie"} · groot scherm`;
  }, [sessie?.naam]);
  if (sessie) return <Scherm sessie={sessie} />;
  return (
    <main className={stijl.leeg}>
      {geladen ? (
        <LeegStaat titel="Deze sessie bestaat niet">Misschien is het adres niet goed overgenomen.</LeegStaat>
      ) : (
        fout && <Foutstaat gebeurd="De sessie kon niet geladen worden." opnieuw={opnieuw} />
      )}
    </main>
  );
}

function Scherm({ sessie }: { sessie: Sessie }) {
  const { lijn } = useVerbinding();
  const aanwezig = useKijkers(sessie.id).length;
  const nu = faseNu(sessie);
  return (
    <div className={stijl.scherm}>
      <header>
        <div>
          <p className={stijl.sessie}>{sessie.naam}</p>
          <h1>{nu?.naam ?? (sessie.stand === "AFGEROND" ? "Afgerond" : "Welkom")}</h1>
        </div>
        <Klok looptTot={nu?.looptTot} className={stijl.klok} metGeluid />
      </header>
      <main aria-live="off">
        <p className="alleen-voorlezen" role="status">
          {nu ? `Nu: ${nu.naam}` : ""}
        </p>
        {nu?.uitleg && <p className={stijl.uitleg}>{nu.uitleg}</p>}
        <h2 className="alleen-voorlezen">{nu ? FASE[nu.soort] : "Ontvangst"}</h2>
        {nu ? <Inhoud sessie={sessie} fase={nu} /> : <Ontvangst sessie={sessie} />}
      </main>
      <footer>
        {sessie.code && nu && <Qr code={sessie.code} />}
        {sessie.code && nu && (
          <p>
            Doe mee op <b>{meedoenAdres(sessie.code).replace(/^https?:\/\//, "")}</b>
            <span className={stijl.code}>{codeTekst(sessie.code)}</span>
          </p>
        )}
        <p className={stijl.rechts}>
          {nu && `Fase ${sessie.fasen.indexOf(nu) + 1} van ${sessie.fasen.length} · ${FASE[nu.soort]} · `}
          {meervoud(aanwezig, "aanwezig", "aanwezig")}
          <br />
          {anoniemZin(sessie.anoniem)}
          {lijn === "offline" && <strong> Geen verbinding: het beeld kan oud zijn.</strong>}
        </p>
      </footer>
    </div>
  );
}

function Ontvangst({ sessie }: { sessie: Sessie }) {
  if (sessie.stand === "AFGEROND") return <Oogst sessie={sessie} />;
  return (
    <div className={stijl.ontvangst}>
      {sessie.code ? <Qr code={sessie.code} /> : <p>De begeleider opent zo de deur.</p>}
      <div>
        {sessie.doel && <p className={stijl.doel}>{sessie.doel}</p>}
        {sessie.code && (
          <>
            <p>Scan de code, of ga naar</p>
            <p>
              <b>{location.host}/meedoen</b>
            </p>
            <p className={stijl.groteCode}>{codeTekst(sessie.code)}</p>
          </>
        )}
        <p role="status">{meervoud(sessie.aantalDeelnemers, "deelnemer", "deelnemers")} binnen</p>
      </div>
    </div>
  );
}

function Inhoud({ sessie, fase }: { sessie: Sessie; fase: Fase }) {
  const bord = verzamelfase(sessie);
  if (fase.soort === "STEMMEN")
    return fase.uitslag ? (
      <>
        <Uitslag keuzes={fase.keuzes} uitslag={fase.uitslag} groot />
        <p className={stijl.noot}>{STEMZIN}</p>
      </>
    ) : (
      <>
        <p className={stijl.telling} role="status">
          {fase.aantalGestemd} van {sessie.aantalDeelnemers} stemden
        </p>
        <ul className={stijl.keuzes}>
          {fase.keuzes.map(({ id, naam }) => (
            <li key={id}>{naam}</li>
          ))}
        </ul>
        <p className={stijl.noot}>De uitslag komt als de stemming gesloten is. {STEMZIN}</p>
      </>
    );
  if (fase.soort === "BESLUITEN" && sessie.opbrengsten.length > 0) return <Oogst sessie={sessie} />;
  const uitslag = fase.soort === "BESPREKEN" && sessie.fasen.findLast((een) => een.uitslag && een.begonnen);
  if (uitslag) return <Uitslag keuzes={uitslag.keuzes} uitslag={uitslag.uitslag} groot />;
  return bord ? <Bord sessie={sessie} fase={bord} groot /> : null;
}

function Oogst({ sessie }: { sessie: Sessie }) {
  return (
    <ul className={stijl.oogst}>
      {sessie.opbrengsten.map(({ id, soort, titel, eigenaar }) => (
        <li key={id}>
          <small>{OPBRENGST[soort]}</small>
          {titel}
          {eigenaar && <small>{eigenaar}</small>}
        </li>
      ))}
    </ul>
  );
}
