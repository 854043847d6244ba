import { useState } from "react";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { useQuery } from "urql";
import { useMag } from "~/features/account/ik";
import { graphql } from "~/graphql/gen";
import { useFilters } from "~/lib/adres";
import { datumTekst } from "~/lib/datum";
import { useMedia } from "~/lib/media";
import { perPersoon, useAanwezigen } from "~/realtime/aanwezigheid";
import { Avatars } from "~/ui/Avatars";
import { Knop } from "~/ui/Knop";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Veld } from "~/ui/Veld";
import { bereikVan } from "../bord/useBord";
import { dagen } from "../besluiten/woorden";
import { IntegratieTabs } from "../Kader";
import { isZoom, maakAs, ZOOM, type Zoom } from "./as";
import { ADRES, Balken, dagenVan } from "./Balken";
import { MijlpaalPaneel } from "./MijlpaalPaneel";
import { Tabelvorm } from "./Tabelvorm";
import type { Traject, Wens } from "./traject";
import { useTijdlijn, useVoorbeeld } from "./useTijdlijn";
import stijl from "./Tijdlijn.module.css";

const TrajectVanTijdlijn = graphql(`
  query TrajectVanTijdlijn {
    trajecten {
      id
      naam
    }
  }
`);
const ZOOMNAAM: Record<Zoom, string> = {
  jaar: "Kwartalen",
  kwartaal: "Maanden",
  maand: "Ruim",
  week: "Weken",
};
const isDag = (tekst: string) => /^\d{4}-\d{2}-\d{2}$/.test(tekst) && !Number.isNaN(Date.parse(tekst));

function Kader({
  traject,
  aanwezigen,
  vol,
  children,
}: {
  traject?: string;
  aanwezigen?: React.ReactNode;
  vol?: boolean;
  children: React.ReactNode;
}) {
  return (
    <Pagina
      titel="Tijdlijn"
      kruimel={traject ? `Integratie › ${traject}` : "Integratie"}
      tabs={<IntegratieTabs />}
      aanwezigen={aanwezigen}
      vol={vol}
    >
      {children}
    </Pagina>
  );
}

export function TijdlijnPagina() {
  const { "*": deel = "" } = useParams();
  const [{ data, error }, lees] = useQuery({ query: TrajectVanTijdlijn });
  const traject = data?.trajecten[0];
  if (!/^$|^mijlpaal\/[^/]+$/.test(deel)) {
    return (
      <Kader>
        <LeegStaat titel="Deze pagina bestaat niet" actie={<Link to={ADRES}>Naar de tijdlijn</Link>}>
          Misschien is het adres niet goed overgenomen.
        </LeegStaat>
      </Kader>
    );
  }
  if (traject) return <LiveTijdlijn id={traject.id} naam={traject.naam} gekozen={deel.split("/")[1]} />;
  return (
    <Kader>
      {data ? (
        <LeegStaat titel="Nog geen traject">
          Er is nog geen traject vastgelegd. Wie de hub beheert, doet dat op de server met de opdracht{" "}
          <code>samenspel feiten</code>. Open deze pagina daarna opnieuw.
        </LeegStaat>
      ) : error ? (
        <Foutstaat
          gebeurd="De trajecten konden niet geladen worden."
          opnieuw={() => lees({ requestPolicy: "network-only" })}
        />
      ) : (
        <Skelet regels={10} hoogte="2.25rem" />
      )}
    </Kader>
  );
}

function LiveTijdlijn({ id, naam, gekozen }: { id: string; naam: string; gekozen: string | undefined }) {
  const { filters } = useFilters("op");
  const op = isDag(filters.op) ? filters.op : null;
  const { traject, geladen, fout, opnieuw } = useTijdlijn(id, op);
  if (traject && traject.prognose.mijlpalen.length > 0) {
    return <Tijdlijn traject={traject} op={op} gekozen={gekozen} />;
  }
  return (
    <Kader traject={naam}>
      {geladen ? (
        <LeegStaat titel="Nog geen mijlpalen">
          Er zijn nog geen mijlpalen vastgelegd. Wie de hub beheert, doet dat op de server met de opdracht{" "}
          <code>samenspel feiten</code>.
        </LeegStaat>
      ) : fout ? (
        <Foutstaat gebeurd="De tijdlijn kon niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={10} hoogte="2.25rem" />
      )}
    </Kader>
  );
}

function Tijdlijn({
  traject,
  op,
  gekozen,
}: {
  traject: Traject;
  op: string | null;
  gekozen: string | undefined;
}) {
  const { filters, zet } = useFilters("weergave", "zoom", "zonder", "met", "op");
  const { search } = useLocation();
  const ga = useNavigate();
  const mag = useMag("PlanWijzigen");
  const smal = useMedia("(max-width: 48rem)");
  const bereik = bereikVan(traject.id);
  const aanwezigen = useAanwezigen(traject.id);
  const [wens, zetWens] = useState<Wens>();
  const mijnWens = wens?.id === gekozen ? wens : undefined;
  const { voorbeeld } = useVoorbeeld(mijnWens, op, bereik);
  const tabel = filters.weergave ? filters.weergave === "tabel" : smal;
  const zoom: Zoom = isZoom(filters.zoom) ? filters.zoom : "kwartaal";
  const metTermijnen = filters.zonder !== "termijnen";
  const metTaken = filters.met === "taken";
  const { prognose } = traject;
  const as = maakAs(dagenVan(traject, metTermijnen, metTaken, voorbeeld), zoom);
  const uitloop = prognose.uitloop ?? 0;
  const naar = (pad: string) => void ga({ pathname: pad, search }, { preventScrollReset: true });
  return (
    <Kader
      vol
      traject={traject.naam}
      aanwezigen={
        <Avatars naam="Nu bij deze tijdlijn" personen={perPersoon(aanwezigen).map((een) => een.persoon)} />
      }
    >
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <p className={stijl.stand} aria-live="polite">
            <Status soort={uitloop > 0 ? "fout" : "gereed"}>
              {uitloop > 0 ? `${dagen(uitloop)} later` : "op schema"}
            </Status>
            <span>
              {prognose.uitleg} Stand op {datumTekst(prognose.peildag)}.
            </span>
          </p>
          <div className={`${stijl.balkje} niet-afdrukken`} role="group" aria-label="Weergave">
            <Knop aan={!tabel} onPress={() => zet("weergave", "balken")}>
              Balken
            </Knop>
            <Knop aan={tabel} onPress={() => zet("weergave", "tabel")}>
              Tabel
            </Knop>
            {!tabel &&
              (Object.keys(ZOOM) as Zoom[]).map((een) => (
                <Knop key={een} soort="stil" aan={een === zoom} onPress={() => zet("zoom", een)}>
                  {ZOOMNAAM[een]}
                </Knop>
              ))}
            {!tabel && (
              <>
                <Knop aan={metTermijnen} onPress={() => zet("zonder", metTermijnen ? "termijnen" : null)}>
                  Termijnen
                </Knop>
                <Knop aan={metTaken} onPress={() => zet("met", metTaken ? null : "taken")}>
                  Taken
                </Knop>
              </>
            )}
            <Veld
              label="Stand op"
              soort="datum"
              min="2014-01-01"
              value={prognose.peildag}
              onChange={(dag) => zet("op", dag)}
            />
            {op && (
              <Knop soort="stil" onPress={() => zet("op", null)}>
                Laatste stand
              </Knop>
            )}
          </div>
          {tabel ? (
            <Tabelvorm traject={traject} />
          ) : (
            <>
              <Balken
                traject={traject}
                as={as}
                zoom={zoom}
                vandaag={prognose.peildag}
                gekozen={gekozen}
                voorbeeld={voorbeeld}
                wens={mijnWens}
                mag={mag}
                metTermijnen={metTermijnen}
                metTaken={metTaken}
                opWens={(nieuw) => {
                  zetWens(nieuw);
                  naar(`${ADRES}/mijlpaal/${nieuw.id}`);
                }}
              />
              <ul className={stijl.legenda} aria-label="Uitleg van de balken">
                <li>
                  <i className={stijl.balk} data-kritiek /> kritiek pad
                </li>
                <li>
                  <i className={stijl.balk} /> heeft speling
                </li>
                <li>
                  <i className={stijl.balk} data-gereed /> gehaald
                </li>
                <li>
                  <i className={stijl.balk} data-laat /> later dan gepland
                </li>
                <li>
                  <i className={stijl.gepland} /> gepland
                </li>
                <li>
                  <i className={stijl.nieuw} /> na verplaatsen
                </li>
              </ul>
            </>
          )}
        </div>
        {gekozen && (
          <MijlpaalPaneel
            key={gekozen}
            id={gekozen}
            traject={traject}
            bereik={bereik}
            mag={mag}
            wens={mijnWens}
            zetWens={zetWens}
            voorbeeld={voorbeeld}
            opSluit={() => {
              zetWens(undefined);
              naar(ADRES);
            }}
          />
        )}
      </div>
    </Kader>
  );
}
