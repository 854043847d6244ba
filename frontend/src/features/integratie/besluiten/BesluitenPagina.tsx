import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { WieMoetDitWeten } from "~/features/impact/WieMoetDitWeten";
import { VolgKnop } from "~/features/meldingen/VolgKnop";
import { useFilters } from "~/lib/adres";
import { datumTekst, vandaag } from "~/lib/datum";
import { Dialoog } from "~/ui/Dialoog";
import { Filterbalk } from "~/ui/Filterbalk";
import { Knop } from "~/ui/Knop";
import { REGIOS } from "~/ui/Regiolabel";
import { LeegStaat } from "~/ui/Staat";
import { Veld } from "~/ui/Veld";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { useMagHier, useStand } from "../kader/stand";
import { usePlek, useTraject } from "../kader/trajecten";
import { OnbekendDeel, TrajectPagina, TrajectStaat } from "../kader/TrajectPagina";
import type { Besluit } from "./besluit";
import { CelPaneel } from "./CelPaneel";
import { FILTERS, zichtbaar } from "./filters";
import { Matrix } from "./Matrix";
import { NieuweStap } from "./NieuweStap";
import { Samenvatting } from "./Samenvatting";
import { StapPaneel } from "./StapPaneel";
import { useBesluit } from "./useBesluit";
import stijl from "./Besluiten.module.css";

const TOON = [
  { id: "open", naam: "Nog niet binnen" },
  { id: "laat", naam: "Te laat of geweigerd" },
  { id: "mijn", naam: "Wat ik kan invullen" },
];
const REGIO = { noord: "Noord", mlo: "MLO", mlw: "MLW" } as const;
const isDag = (tekst: string) => /^\d{4}-\d{2}-\d{2}$/.test(tekst) && !Number.isNaN(Date.parse(tekst));

export function BesluitenPagina() {
  const { "*": deel = "" } = useParams();
  const { besluiten } = useTraject();
  const { filters } = useFilters("op");
  const op = isDag(filters.op) ? filters.op : null;
  const { besluit, ...vraag } = useBesluit(besluiten[0]?.id, op);
  if (!/^$|^weten$|^(cel|stap)\/[^/]+$/.test(deel)) {
    return <OnbekendDeel titel="Besluiten" pagina="besluiten" naar="Naar de besluiten" />;
  }
  if (besluit) return <Besluitenmatrix besluit={besluit} deel={deel} />;
  return (
    <TrajectStaat
      titel="Besluiten"
      vraag={vraag}
      gebeurd="De besluiten konden niet geladen worden."
      skelet={{ regels: 14, hoogte: "2.25rem" }}
      leeg={
        <LeegStaat titel="Nog geen besluiten">
          Er is nog geen besluit vastgelegd dat gemeenten samen nemen. Wie de hub beheert, doet dat op de
          server met de opdracht <code>samenspel feiten</code>. Open deze pagina daarna opnieuw.
        </LeegStaat>
      }
    />
  );
}

function Besluitenmatrix({ besluit, deel }: { besluit: Besluit; deel: string }) {
  const { bereik, adres } = useTraject();
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const dag = useFilters("op");
  const { search } = useLocation();
  const ga = useNavigate();
  const { bezigen, meldBezig, personen } = usePlek(besluit.id);
  const stand = useStand();
  const magInrichten = useMagHier("TrajectInrichten");
  const [nieuw, zetNieuw] = useState(false);
  const gemeenten = zichtbaar(besluit, filters);
  const [soort, gekozen] = deel.split("/");
  const stap = soort === "stap" ? besluit.stappen.find((een) => een.id === gekozen) : undefined;
  const naarMatrix = () => void ga({ pathname: adres("besluiten"), search }, { preventScrollReset: true });
  return (
    <TrajectPagina vol titel="Besluiten" aanwezigen={{ naam: "Nu bij deze besluiten", personen }}>
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <p className={stijl.sub}>
            {besluit.naam} · {besluit.gemeenten.length} gemeenten · streefdatum{" "}
            <b>
              {besluit.traject.prognose.streefdatum
                ? datumTekst(besluit.traject.prognose.streefdatum)
                : "nog niet bepaald"}
            </b>{" "}
            · peildag {datumTekst(besluit.peildag)}
          </p>
          <Samenvatting besluit={besluit} />
          <div className={`${stijl.bij} niet-afdrukken`}>
            {!stand && <VolgKnop id={besluit.id} />}
            <Link to={{ pathname: adres("besluiten", "weten"), search }}>Wie moet dit weten?</Link>
          </div>
          <Filterbalk
            actief={actief}
            opWis={wis}
            telling={
              gemeenten.length === besluit.gemeenten.length
                ? `${gemeenten.length} gemeenten`
                : `${gemeenten.length} van ${besluit.gemeenten.length} gemeenten`
            }
            actie={
              magInrichten && (
                <Knop onPress={() => zetNieuw(true)}>
                  <IconPlus size={17} aria-hidden />
                  Nieuwe stap
                </Knop>
              )
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
                label="Peildag"
                soort="datum"
                min="2014-01-01"
                value={besluit.peildag}
                onChange={(op) => dag.zet("op", op)}
              />
              {dag.actief ? (
                <Knop soort="stil" onPress={dag.wis}>
                  Laatste peildag
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
            <Matrix besluit={besluit} gemeenten={gemeenten} gekozen={gekozen} bezigen={bezigen} />
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
        {nieuw && (
          <Dialoog titel="Nieuwe stap" open opSluit={() => zetNieuw(false)}>
            <NieuweStap
              besluit={besluit}
              mijlpalen={besluit.traject.mijlpalen}
              bereik={bereik}
              opKlaar={(id) => {
                zetNieuw(false);
                if (id)
                  void ga(
                    { pathname: adres("besluiten", `stap/${id}`), search },
                    { preventScrollReset: true },
                  );
              }}
            />
          </Dialoog>
        )}
        {soort === "weten" && (
          <Zijpaneel titel="Wie moet dit weten?" opSluit={naarMatrix}>
            <WieMoetDitWeten id={besluit.id} open />
          </Zijpaneel>
        )}
        {stap && (
          <StapPaneel
            key={stap.id}
            stap={stap}
            gemeenten={besluit.gemeenten}
            mijlpalen={besluit.traject.mijlpalen}
            bereik={bereik}
            opSluit={naarMatrix}
          />
        )}
      </div>
    </TrajectPagina>
  );
}
