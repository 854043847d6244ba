import { useState } from "react";
import { useWinkel } from "~/lib/winkel";
import { useVerbinding } from "~/realtime/verbinding";
import { Klok } from "~/sessie/Klok";
import { Uitslag } from "~/sessie/Uitslag";
import { anoniemZin, FASE, meervoud, OPBRENGST, opNaamZin, STEMZIN } from "~/sessie/woorden";
import { Schrijven } from "./Schrijven";
import { Stembiljet } from "./Stembiljet";
import { KLAAR } from "./vragen";
import { klokverschil, pas, wijzig, type Pas } from "./hub";
import { useSessie, type Fase } from "./useSessie";
import stijl from "./Gast.module.css";

type Staat = ReturnType<typeof useSessie>;
type Bord = NonNullable<Staat["bord"]>;

/** Taking part: what the facilitator is at, unless one looks at something else. */
export function Meedoen({ mijn }: { mijn: Pas }) {
  const staat = useSessie(mijn);
  const { deelname, bord, mis } = staat;
  if (bord && deelname) return <Binnen {...staat} bord={bord} deelname={deelname} />;
  return (
    <main className={stijl.deur} aria-busy={!deelname}>
      <h1>{deelname ? "Even wachten" : "Samenspel"}</h1>
      <p role="status">
        {deelname
          ? "De begeleider laat je zo binnen. Dit scherm gaat vanzelf verder."
          : mis
            ? "Er is geen verbinding. We blijven het proberen."
            : "Je komt binnen…"}
      </p>
      <button onClick={() => pas.zet(() => undefined)}>Stop met meedoen</button>
    </main>
  );
}

function Lijnregel() {
  const { lijn } = useVerbinding();
  return (
    <span className={stijl.lijn} role="status">
      {lijn === "live" ? "" : lijn === "offline" ? "Geen verbinding" : "Verbinden…"}
    </span>
  );
}

function Binnen({
  bord,
  deelname,
  herlees,
  ronde,
}: Staat & { bord: Bord; deelname: NonNullable<Staat["deelname"]> }) {
  const { sessie, notities } = bord;
  const [gekeken, kijk] = useState<string>();
  const verschil = useWinkel(klokverschil);
  const nu = sessie.fasen.find(({ id }) => id === sessie.huidigeFase);
  const fase = sessie.fasen.find(({ id }) => id === gekeken) ?? nu;
  const eindtijd = nu?.looptTot && new Date(Date.parse(nu.looptTot) - verschil).toISOString();
  const begonnen = sessie.fasen.filter((een) => een.begonnen);
  return (
    <div className={stijl.binnen}>
      <header className={stijl.kop}>
        <div className={stijl.kopregel}>
          <h1>{sessie.naam}</h1>
          <Klok looptTot={sessie.stand === "BEZIG" ? eindtijd : null} className={stijl.klok} />
        </div>
        <p className={stijl.anoniem}>{anoniemZin(sessie.anoniem)}</p>
        <Lijnregel />
      </header>
      <main className={stijl.inhoud}>
        <p className="alleen-voorlezen" role="status">
          {nu ? `Nu: ${nu.naam}` : "Ontvangst"}
        </p>
        {sessie.stand === "AFGEROND" && (
          <section className={stijl.vak}>
            <h2>De sessie is afgerond</h2>
            <p>Bedankt voor het meedoen. Hieronder staat wat eruit kwam.</p>
            <p>{opNaamZin(sessie.anoniem)}</p>
            {!sessie.anoniem && (
              <p>
                <a href="/sessies/op-naam">Meld je aan en zet je notities op je naam</a>
              </p>
            )}
          </section>
        )}
        {!fase && sessie.stand !== "AFGEROND" && (
          <section className={stijl.vak}>
            <h2>Je bent binnen, {deelname.schuilnaam}</h2>
            <p>
              Er {sessie.aantalDeelnemers === 1 ? "is" : "zijn"} nu{" "}
              {meervoud(sessie.aantalDeelnemers, "deelnemer", "deelnemers")}. De begeleider begint zo; dit
              scherm gaat vanzelf mee.
            </p>
            {sessie.doel && <p className={stijl.doel}>{sessie.doel}</p>}
          </section>
        )}
        {fase && (
          <Fasevlak
            key={`${fase.id} ${ronde}`}
            fase={fase}
            bord={bord}
            deelname={deelname}
            opGestemd={herlees}
            isNu={fase === nu}
          />
        )}
        <Opbrengsten lijst={sessie.opbrengsten} />
        {begonnen.length > 1 && (
          <nav aria-label="Fasen" className={stijl.fasen}>
            {begonnen.map(({ id, naam, soort }) => (
              <button
                key={id}
                aria-pressed={id === fase?.id}
                onClick={() => kijk(id === sessie.huidigeFase ? undefined : id)}
              >
                {naam || FASE[soort]}
                {id === sessie.huidigeFase && " (nu)"}
              </button>
            ))}
          </nav>
        )}
        {notities.length > 0 && (
          <p className={stijl.hulp}>{meervoud(notities.length, "notitie", "notities")} op het bord.</p>
        )}
      </main>
    </div>
  );
}

type VlakProps = {
  fase: Fase;
  bord: Bord;
  deelname: NonNullable<Staat["deelname"]>;
  opGestemd: () => Promise<void>;
  isNu: boolean;
};

function Fasevlak({ fase, bord, deelname, opGestemd, isNu }: VlakProps) {
  const { sessie } = bord;
  const [klaar, zetKlaar] = useState(deelname.klaar === fase.id);
  const [gestemd, zetGestemd] = useState(deelname.gestemd.includes(fase.id));
  const bezig = sessie.stand === "BEZIG";
  const meld = async (nieuw: boolean) => {
    zetKlaar(nieuw);
    const { fouten } = await wijzig(KLAAR, { fase: nieuw ? fase.id : null });
    if (fouten.length > 0) zetKlaar(!nieuw);
  };
  const verzamelfase = fase.soort === "VERZAMELEN" ? fase : sessie.fasen.findLast(isVerzamelen);
  return (
    <>
      <section className={stijl.vak}>
        <h2>{fase.naam}</h2>
        {fase.uitleg && <p>{fase.uitleg}</p>}
        {!isNu && bezig && <p className={stijl.hulp}>Je kijkt rond. De begeleider is ergens anders.</p>}
        {fase.soort === "STEMMEN" && <p className={stijl.hulp}>{STEMZIN}</p>}
        {fase.soort === "STEMMEN" && fase.stemmingOpen && bezig && !gestemd && (
          <Stembiljet
            fase={fase}
            opGestemd={() => {
              zetGestemd(true);
              void opGestemd();
            }}
          />
        )}
        {fase.soort === "STEMMEN" && fase.stemmingOpen && gestemd && (
          <p role="status" className={stijl.gelukt}>
            Je stem is geteld. Wat je koos is nergens bewaard, dus wijzigen kan niet meer. De uitslag komt als
            de begeleider sluit.
          </p>
        )}
        {fase.soort === "STEMMEN" && <Uitslag keuzes={fase.keuzes} uitslag={fase.uitslag} />}
      </section>
      {verzamelfase && fase.soort !== "STEMMEN" && (
        <Schrijven
          bord={bord}
          fase={verzamelfase}
          open={bezig && verzamelfase.begonnen}
          laat={verzamelfase.id !== sessie.huidigeFase}
        />
      )}
      {isNu && bezig && fase.soort !== "STEMMEN" && (
        <label className={stijl.klaar}>
          <input type="checkbox" checked={klaar} onChange={({ target }) => void meld(target.checked)} />
          Ik ben klaar
        </label>
      )}
    </>
  );
}
const isVerzamelen = ({ soort }: Fase) => soort === "VERZAMELEN";

function Opbrengsten({ lijst }: { lijst: Bord["sessie"]["opbrengsten"] }) {
  if (lijst.length === 0) return null;
  return (
    <section className={stijl.vak}>
      <h2>Wat eruit kwam</h2>
      <ul className={stijl.lijst}>
        {lijst.map(({ id, soort, titel, eigenaar, datum }) => (
          <li key={id}>
            <strong>{OPBRENGST[soort]}:</strong> {titel}
            <span className={stijl.hulp}>
              {[eigenaar, datum && new Date(datum).toLocaleDateString("nl-NL")].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
