import { useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "urql";
import type { KostenFragment } from "~/graphql/gen/graphql";
import { useAbonnement } from "~/realtime/abonnement";
import { meervoud } from "~/sessie/woorden";
import { Keuze } from "~/ui/Keuze";
import { Melding } from "~/ui/Melding";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import { SessiesAbonnement } from "../sessies";
import { Sessietabs } from "../Sessietabs";
import { Standpunten } from "./Standpunten";
import { POSITIE, PositiesQuery, type Domein, type Moment } from "./vragen";
import stijl from "./Posities.module.css";

/** Who should steer on costs: what each gemeente said, session after session, until the commission is one and the same. */
export function PositiesPagina() {
  const [zoek, zetZoek] = useSearchParams();
  const sessie = zoek.get("sessie");
  const bereik = "sessies";
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), []);
  const [{ data, error }, lees] = useQuery({ query: PositiesQuery, variables: { ook: sessie }, context });
  const opnieuw = () => lees({ requestPolicy: "network-only", bereik });
  const posities = data?.kostenposities;
  // Without a choice: where something was said already.
  const besproken = posities?.domeinen.find(({ partijen }) =>
    partijen.some(({ standpunten }) => standpunten.length > 0),
  );
  const gekozen = zoek.get("domein") ?? (besproken ?? posities?.domeinen[0])?.domein;
  useAbonnement({ document: SessiesAbonnement, bereik, positie: posities?.positie, herlaad: opnieuw });
  const kies = (wat: string, waarde: string | null) =>
    zetZoek(
      (oud) => {
        if (waarde) oud.set(wat, waarde);
        else oud.delete(wat);
        return oud;
      },
      { replace: true },
    );
  const vastTeLeggen = (data?.sessies ?? []).filter(
    ({ stand, magLeiden }) => magLeiden && stand !== "GEPLAND",
  );
  return (
    <Pagina
      titel="Waarnemen of beheersen"
      kruimels={[{ naam: "Sessies", naar: "/sessies" }]}
      tabs={<Sessietabs />}
    >
      {posities ? (
        <div className={stijl.pagina}>
          <p className={stijl.inleiding}>
            Signaleert de MGR hoe kosten zich ontwikkelen (waarnemen), of houdt zij ze binnen het budget
            (beheersen)? Hier staat per domein wat gemeenten er in sessies <strong>openlijk</strong> over
            zeiden, tot de opdracht eenduidig is. Wat iemand stemde, staat hier niet.
          </p>
          <Stand posities={posities} gekozen={gekozen} opKies={(id) => kies("domein", id)} />
          {vastTeLeggen.length > 0 && (
            <Keuze
              label="Leg vast bij sessie"
              hulp="Kies de sessie waarin het gezegd is; haar kolom wordt dan in te vullen."
              zoekbaar
              leeg="Alleen bekijken"
              opties={vastTeLeggen.map(({ id, naam, verleden }) => ({
                id,
                naam: verleden ? `${naam} (${verleden.datum})` : naam,
              }))}
              waarde={sessie}
              opKies={(id) => kies("sessie", id)}
            />
          )}
          <Gekozen posities={posities} domein={gekozen} sessie={sessie} />
        </div>
      ) : error ? (
        <Foutstaat gebeurd="De posities konden niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={8} hoogte="2.5rem" />
      )}
    </Pagina>
  );
}

const laatste = ({ verloop }: Domein): Moment | undefined => verloop.at(-1);
const aantallen = ({ waarnemen, beheersen, onbekend }: Moment) =>
  [
    waarnemen && `${waarnemen} waarnemen`,
    beheersen && `${beheersen} beheersen`,
    onbekend && `${onbekend} niet bekend`,
  ]
    .filter(Boolean)
    .join(", ");

type StandProps = { posities: KostenFragment; gekozen?: string; opKies: (id: string) => void };
/** How far each domain is from one commission. */
function Stand({ posities, gekozen, opKies }: StandProps) {
  return (
    <Vak titel="Hoe eenduidig is de opdracht?">
      <Tabel
        bijschrift="Per domein hoe eenduidig de opdracht is"
        rijen={[...posities.domeinen]}
        sleutel={(een) => een.domein}
        kolommen={[
          {
            kop: "Domein",
            isNaam: true,
            cel: (een) => (
              <button
                type="button"
                className={stijl.kies}
                aria-pressed={een.domein === gekozen}
                onClick={() => opKies(een.domein)}
              >
                {een.naam}
              </button>
            ),
          },
          {
            kop: "Opdracht",
            cel: ({ opdracht, sinds }) =>
              opdracht ? (
                <Status soort="gereed">
                  Eenduidig: {POSITIE[opdracht].toLowerCase()}, sinds ‘
                  {posities.sessies.find((een) => een.sessie === sinds)?.naam}’
                </Status>
              ) : (
                <Status soort="open">Nog niet eenduidig</Status>
              ),
          },
          {
            kop: "Gemeenten die deelnemen",
            cel: (een) => {
              const moment = laatste(een);
              return moment ? <Verdeling moment={moment} /> : "nog in geen sessie besproken";
            },
          },
        ]}
      />
    </Vak>
  );
}

/** How many stand where, as a bar and in words. */
export function Verdeling({ moment }: { moment: Moment }) {
  const { waarnemen, beheersen, onbekend } = moment;
  const samen = waarnemen + beheersen + onbekend;
  if (samen === 0) return <>geen</>;
  return (
    <span className={stijl.verdeling}>
      <span className={stijl.balk} aria-hidden>
        <span style={{ flexGrow: waarnemen }} className={stijl.waarnemen} />
        <span style={{ flexGrow: beheersen }} className={stijl.beheersen} />
        <span style={{ flexGrow: onbekend }} />
      </span>
      {aantallen(moment)}
    </span>
  );
}

type GekozenProps = { posities: KostenFragment; domein?: string; sessie: string | null };
function Gekozen({ posities, domein, sessie }: GekozenProps) {
  const een = posities.domeinen.find(({ domein: id }) => id === domein);
  if (!een) return null;
  const tellen = een.partijen.filter(({ telt }) => telt).length;
  const bij = posities.sessies.find((ander) => ander.sessie === sessie);
  return (
    <Vak titel={een.naam} bij={meervoud(tellen, "gemeente neemt deel", "gemeenten nemen deel")}>
      {bij && !bij.magVastleggen && (
        <Melding soort="let-op">
          ‘{bij.naam}’ wordt door een ander geleid. Vraag die persoon om jou erbij te zetten.
        </Melding>
      )}
      {posities.sessies.length === 0 ? (
        <LeegStaat titel="Nog geen sessie ging hierover" actie={<Link to="/sessies">Naar de sessies</Link>}>
          Zodra in een sessie gekozen is, of een gemeente zich uitspreekt, staat het hier.
        </LeegStaat>
      ) : (
        <Standpunten
          domein={een}
          sessies={[...posities.sessies]}
          bewerkt={bij?.magVastleggen ? sessie : null}
        />
      )}
    </Vak>
  );
}
