import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { createContext, useContext, useEffect, useEffectEvent, useState } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import { impactOud } from "~/features/meldingen/vragen";
import { datumTekst } from "~/lib/datum";
import { Gegevens } from "~/ui/Gegevens";
import { Knop } from "~/ui/Knop";
import { Status } from "~/ui/Status";
import { Bericht } from "./Bericht";
import { Vastleggen } from "./Vastleggen";
import { ImpactQuery, type Impact } from "./vragen";
import stijl from "./Impact.module.css";

const KANAAL = {
  EMAIL: "per e-mail",
  OVERLEG: "in een overleg",
  TELEFOON: "aan de telefoon",
  HUB: "in de hub",
} as const;

/** One below the heading it stands under. */
const Niveau = createContext<"h3" | "h4">("h3");

function Kopje({ children }: { children: React.ReactNode }) {
  const niveau = useContext(Niveau);
  return niveau === "h4" ? (
    <h4 className={stijl.kopje}>{children}</h4>
  ) : (
    <h3 className={stijl.kopje}>{children}</h3>
  );
}

type Geraakt = { id: string; naam: string; reden: string; adres: string };

function Lijst({ titel, geraakt }: { titel: string; geraakt: Geraakt[] }) {
  if (geraakt.length === 0) return null;
  return (
    <section className={stijl.deel}>
      <Kopje>
        {titel} <span className={stijl.stil}>{geraakt.length}</span>
      </Kopje>
      <ul className={stijl.namen}>
        {geraakt.map(({ id, naam, reden, adres }) => (
          <li key={id}>
            <Link to={adres}>{naam}</Link> <span className={stijl.stil}>{reden}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Weg({ weg }: { weg: Impact["weg"] }) {
  if (weg.length === 0) return null;
  return (
    <section className={stijl.deel}>
      <Kopje>Langs welke gremia</Kopje>
      <ol className={stijl.weg}>
        {weg.map(({ gremium, wat, gedaan, vergadering, aanleveren, uiterlijk }, i) => (
          <li key={`${gremium.id}-${i}`}>
            <div>
              <Link to={`/organisatie/rollen/${gremium.id}`}>{gremium.naam}</Link>: {wat}
            </div>
            <div className={stijl.wanneer}>
              <Status soort={gedaan ? "gereed" : "open"}>{gedaan ? "klaar" : "nog te doen"}</Status>
              {!gedaan && (
                <span className={stijl.stil}>
                  {[
                    aanleveren && `stukken aanleveren tot en met ${datumTekst(aanleveren)}`,
                    vergadering && `vergadert ${datumTekst(vergadering.datum)}`,
                    uiterlijk && `klaar op ${datumTekst(uiterlijk)}`,
                  ]
                    .filter(Boolean)
                    .join(" · ") || "nog geen datum bekend"}
                </span>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Verteld({ geinformeerd }: { geinformeerd: Impact["geinformeerd"] }) {
  if (geinformeerd.length === 0) return null;
  return (
    <section className={stijl.deel}>
      <Kopje>Geïnformeerd</Kopje>
      <ul className={stijl.namen} aria-label="Geïnformeerd">
        {geinformeerd.map(({ id, personen, ook, kanaal, dag, door }) => (
          <li key={id}>
            {[...personen.map(({ naam }) => naam), ook].filter(Boolean).join(", ")}{" "}
            <span className={stijl.stil}>
              {datumTekst(dag)}, {KANAAL[kanaal]}
              {door && `, door ${door.naam}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Inhoud({ id, impact, herlees }: { id: string; impact: Impact; herlees: () => void }) {
  const { gemeenten, rollen, stakeholders, personen, weg, geinformeerd, bericht, magVastleggen } = impact;
  const nogNiet = personen.filter(({ geinformeerdOp }) => !geinformeerdOp);
  return (
    <div className={stijl.inhoud}>
      <section className={stijl.deel}>
        <Kopje>
          Wie in de hub{" "}
          <span className={stijl.stil}>
            {personen.length === 0
              ? "niemand"
              : nogNiet.length === 0
                ? "iedereen weet het"
                : `${nogNiet.length} van ${personen.length} nog niet`}
          </span>
        </Kopje>
        <ul className={stijl.namen} aria-label="Wie moet dit weten">
          {personen.map(({ persoon, reden, geinformeerdOp }) => (
            <li key={persoon.id}>
              {persoon.naam} <span className={stijl.stil}>{reden}</span>{" "}
              {geinformeerdOp && <Status soort="gereed">weet het sinds {datumTekst(geinformeerdOp)}</Status>}
            </li>
          ))}
        </ul>
      </section>
      <div className={stijl.kolom}>
        <Bericht bericht={bericht} id={id} />
        {magVastleggen && <Vastleggen key={geinformeerd.length} id={id} impact={impact} opKlaar={herlees} />}
        <Verteld geinformeerd={geinformeerd} />
      </div>
      <Weg weg={weg} />
      <Lijst
        titel="Gemeenten"
        geraakt={gemeenten.map(({ gemeente: { id, naam }, reden }) => ({
          id,
          naam,
          reden,
          adres: `/organisatie/gemeenten/${id}`,
        }))}
      />
      <Lijst
        titel="Rollen"
        geraakt={rollen.map(({ rol: { id, naam }, reden }) => ({
          id,
          naam,
          reden,
          adres: `/organisatie/rollen/${id}`,
        }))}
      />
      <Lijst
        titel="Stakeholders"
        geraakt={stakeholders.map(({ stakeholder: { id, naam }, reden }) => ({
          id,
          naam,
          reden,
          adres: `/organisatie/stakeholders/${id}`,
        }))}
      />
    </div>
  );
}

function Gelezen({ id }: { id: string }) {
  const [staat, lees] = useQuery({
    query: ImpactQuery,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const herlees = () => lees({ requestPolicy: "network-only" });
  const herleesNu = useEffectEvent(herlees);
  useEffect(() => impactOud.volg(herleesNu), []);
  return (
    <Gegevens staat={staat} opnieuw={herlees} fout="Wie dit moet weten, kon niet geladen worden." regels={5}>
      {({ impact }) => impact && <Inhoud id={id} impact={impact} herlees={herlees} />}
    </Gegevens>
  );
}

/** Whom this touches, through which bodies it goes, who knows already; opened when someone asks. */
export function WieMoetDitWeten({ id, open: begin = false }: { id: string; open?: boolean }) {
  const [open, zet] = useState(false);
  if (begin) return <Gelezen id={id} />;
  return (
    <section className={stijl.vak} aria-label="Wie moet dit weten?">
      <h3 className={stijl.kop}>
        <Knop aria-expanded={open} onPress={() => zet(!open)}>
          {open ? <IconChevronDown size={17} aria-hidden /> : <IconChevronRight size={17} aria-hidden />}
          Wie moet dit weten?
        </Knop>
      </h3>
      {open && (
        <Niveau value="h4">
          <Gelezen id={id} />
        </Niveau>
      )}
    </section>
  );
}
