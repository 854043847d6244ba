import { Link, useLocation, useNavigate, useParams } from "react-router";
import { useQuery } from "urql";
import { useIk } from "~/features/account/ik";
import { graphql } from "~/graphql/gen";
import { useFilters } from "~/lib/adres";
import { datumTekst, vandaag } from "~/lib/datum";
import { perPersoon, useAanwezigen } from "~/realtime/aanwezigheid";
import { Avatars } from "~/ui/Avatars";
import { Filterbalk } from "~/ui/Filterbalk";
import { Knop } from "~/ui/Knop";
import { Pagina } from "~/ui/Pagina";
import { REGIOS } from "~/ui/Regiolabel";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Veld } from "~/ui/Veld";
import { bezigenVan } from "../bezigen";
import { bereikVan } from "../bord/useBord";
import { useMeldBezig } from "../bord/useMeldBezig";
import { IntegratieTabs } from "../Kader";
import type { Besluit } from "./besluit";
import { CelPaneel } from "./CelPaneel";
import { FILTERS, zichtbaar } from "./filters";
import { ADRES, Matrix } from "./Matrix";
import { Samenvatting } from "./Samenvatting";
import { StapPaneel } from "./StapPaneel";
import { useBesluit } from "./useBesluit";
import stijl from "./Besluiten.module.css";

const BesluitenQuery = graphql(`
  query Besluiten {
    trajecten {
      id
      naam
      besluiten {
        id
        naam
      }
    }
  }
`);
const TOON = [
  { id: "open", naam: "Nog niet binnen" },
  { id: "laat", naam: "Te laat of geweigerd" },
  { id: "mijn", naam: "Wat ik kan invullen" },
];
const REGIO = { noord: "Noord", mlo: "MLO", mlw: "MLW" } as const;
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
      titel="Besluiten"
      kruimel={traject ? `Integratie › ${traject}` : "Integratie"}
      tabs={<IntegratieTabs />}
      aanwezigen={aanwezigen}
      vol={vol}
    >
      {children}
    </Pagina>
  );
}

export function BesluitenPagina() {
  const { "*": deel = "" } = useParams();
  const [{ data, error }, lees] = useQuery({ query: BesluitenQuery });
  const traject = data?.trajecten.find(({ besluiten }) => besluiten.length > 0);
  const besluit = traject?.besluiten[0];
  if (!/^$|^(cel|stap)\/[^/]+$/.test(deel)) {
    return (
      <Kader>
        <LeegStaat titel="Deze pagina bestaat niet" actie={<Link to={ADRES}>Naar de besluiten</Link>}>
          Misschien is het adres niet goed overgenomen.
        </LeegStaat>
      </Kader>
    );
  }
  if (traject && besluit) return <LiveBesluit traject={traject} id={besluit.id} deel={deel} />;
  return (
    <Kader>
      {data ? (
        <LeegStaat titel="Nog geen besluiten">
          Er is nog geen besluit vastgelegd dat gemeenten samen nemen. Wie de hub beheert, doet dat op de
          server met de opdracht <code>samenspel feiten</code>. Open deze pagina daarna opnieuw.
        </LeegStaat>
      ) : error ? (
        <Foutstaat
          gebeurd="De besluiten konden niet geladen worden."
          opnieuw={() => lees({ requestPolicy: "network-only" })}
        />
      ) : (
        <Skelet regels={14} hoogte="2.25rem" />
      )}
    </Kader>
  );
}

function LiveBesluit({
  traject,
  id,
  deel,
}: {
  traject: { id: string; naam: string };
  id: string;
  deel: string;
}) {
  const { filters } = useFilters("op");
  const op = isDag(filters.op) ? filters.op : null;
  const { besluit, geladen, fout, opnieuw } = useBesluit(traject.id, id, op);
  if (besluit) return <Besluitenmatrix besluit={besluit} deel={deel} />;
  return (
    <Kader traject={traject.naam}>
      {geladen ? (
        <LeegStaat titel="Dit besluit is er niet meer">Het is weggehaald terwijl je keek.</LeegStaat>
      ) : fout ? (
        <Foutstaat gebeurd="De besluiten konden niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={14} hoogte="2.25rem" />
      )}
    </Kader>
  );
}

function Besluitenmatrix({ besluit, deel }: { besluit: Besluit; deel: string }) {
  const { persoon } = useIk();
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const dag = useFilters("op");
  const { search } = useLocation();
  const ga = useNavigate();
  const aanwezigen = useAanwezigen(besluit.id);
  const meldBezig = useMeldBezig(besluit.id);
  const bereik = bereikVan(besluit.traject.id);
  const gemeenten = zichtbaar(besluit, filters);
  const [soort, gekozen] = deel.split("/");
  const stap = soort === "stap" ? besluit.stappen.find((een) => een.id === gekozen) : undefined;
  const naarMatrix = () => void ga({ pathname: ADRES, search }, { preventScrollReset: true });
  const mensen = perPersoon(aanwezigen).map((een) => een.persoon);
  return (
    <Kader
      vol
      traject={besluit.traject.naam}
      aanwezigen={<Avatars naam="Nu bij deze besluiten" personen={mensen} />}
    >
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <p className={stijl.sub}>
            {besluit.naam} · {besluit.gemeenten.length} gemeenten · streefdatum{" "}
            <b>
              {besluit.traject.prognose.streefdatum
                ? datumTekst(besluit.traject.prognose.streefdatum)
                : "nog niet bepaald"}
            </b>{" "}
            · stand op {datumTekst(besluit.peildag)}
          </p>
          <Samenvatting besluit={besluit} />
          <Filterbalk
            actief={actief}
            opWis={wis}
            telling={
              gemeenten.length === besluit.gemeenten.length
                ? `${gemeenten.length} gemeenten`
                : `${gemeenten.length} van ${besluit.gemeenten.length} gemeenten`
            }
          >
            {TOON.map(({ id, naam }) => (
              <Knop
                key={id}
                aan={filters.toon === id}
                onPress={() => zet("toon", filters.toon === id ? null : id)}
              >
                {naam}
              </Knop>
            ))}
            {REGIOS.map((regio) => (
              <Knop
                key={regio}
                aan={filters.regio === regio}
                onPress={() => zet("regio", filters.regio === regio ? null : regio)}
              >
                {REGIO[regio]}
              </Knop>
            ))}
            <span className={stijl.dag}>
              <Veld
                label="Stand op"
                soort="datum"
                min="2014-01-01"
                value={besluit.peildag}
                onChange={(op) => dag.zet("op", op)}
              />
              {dag.actief ? (
                <Knop soort="stil" onPress={dag.wis}>
                  Laatste stand
                </Knop>
              ) : (
                besluit.peildag !== vandaag() && (
                  <Knop soort="stil" onPress={() => dag.zet("op", vandaag())}>
                    Vandaag
                  </Knop>
                )
              )}
            </span>
          </Filterbalk>
          {gemeenten.length === 0 ? (
            <LeegStaat titel="Geen gemeenten bij deze filters" actie={<Knop onPress={wis}>Wis filters</Knop>}>
              Geen enkele gemeente past bij wat je gekozen hebt.
            </LeegStaat>
          ) : (
            <Matrix
              besluit={besluit}
              gemeenten={gemeenten}
              gekozen={gekozen}
              bezigen={bezigenVan(aanwezigen, persoon.id)}
            />
          )}
        </div>
        {soort === "cel" && gekozen && (
          <CelPaneel
            key={gekozen}
            id={gekozen}
            besluit={besluit}
            bereik={bereik}
            meldBezig={meldBezig}
            opSluit={naarMatrix}
          />
        )}
        {stap && (
          <StapPaneel
            key={stap.id}
            stap={stap}
            gemeenten={besluit.gemeenten}
            bereik={bereik}
            opSluit={naarMatrix}
          />
        )}
      </div>
    </Kader>
  );
}
