import { useLocation, useNavigate, useParams } from "react-router";
import { useFilters } from "~/lib/adres";
import { Filterbalk } from "~/ui/Filterbalk";
import { Knop } from "~/ui/Knop";
import { REGIOS } from "~/ui/Regiolabel";
import { LeegStaat } from "~/ui/Staat";
import { usePlek, useTraject } from "../kader/trajecten";
import { OnbekendDeel, TrajectPagina, TrajectStaat } from "../kader/TrajectPagina";
import { CelPaneel } from "./CelPaneel";
import { Gereedheden } from "./Gereedheden";
import { Matrix } from "./Matrix";
import { FILTERS, loopt, perFunctie, type Traject } from "./overdracht";
import { useOverdracht } from "./useOverdracht";
import stijl from "./Overdracht.module.css";

const TOON = [
  { id: "onbekend", naam: "Met onbekend" },
  { id: "gevraagd", naam: "Gevraagd" },
  { id: "nieuw", naam: "Nieuw in module 1" },
  { id: "mijn", naam: "Wat ik invul" },
];
const REGIO = { noord: "Noord", mlo: "MLO", mlw: "MLW" } as const;

export function OverdrachtPagina() {
  const { "*": deel = "" } = useParams();
  const { traject, ...vraag } = useOverdracht();
  if (!/^$|^cel\/[^/]+$/.test(deel)) {
    return <OnbekendDeel titel="Overdracht" pagina="overdracht" naar="Naar de overdracht" />;
  }
  if (traject) return <Overdracht traject={traject} gekozen={deel.split("/")[1]} />;
  return (
    <TrajectStaat
      titel="Overdracht"
      vraag={vraag}
      gebeurd="De overdracht kon niet geladen worden."
      skelet={{ regels: 8, hoogte: "5rem" }}
      leeg={<LeegStaat titel="Dit traject is er niet meer">Het is weggehaald terwijl je keek.</LeegStaat>}
    />
  );
}

function Samenvatting({ traject: { overdracht, gereedheden, functies } }: { traject: Traject }) {
  const onderdelen = overdracht.length * 6;
  const onbekend = overdracht.reduce((som, cel) => som + cel.onbekend.length, 0);
  const gevraagd = overdracht.filter(loopt);
  const laat = gevraagd.filter(({ opvraging }) => opvraging?.teLaat).length;
  const gereed = gereedheden.filter(({ stand }) => stand === "GEREED").length;
  const nieuw = functies.filter(({ nuInModule1 }) => nuInModule1 === false).map(({ naam }) => naam);
  return (
    <section aria-label="Samenvatting" className={stijl.samenvatting} aria-live="polite">
      <div>
        <b>
          {onderdelen - onbekend} van {onderdelen}
        </b>
        <span>waarden bekend; de rest is onbekend, niet nul</span>
      </div>
      <div>
        <b>{gevraagd.length}</b>
        <span>
          {gevraagd.length === 1 ? "vraag staat" : "vragen staan"} uit op het bord
          {laat > 0 && `, ${laat} te laat`}
        </span>
      </div>
      <div>
        <b>
          {gereed} van {gereedheden.length}
        </b>
        <span>keer meldt een gemeente dat een functie gereed is</span>
      </div>
      {nieuw.length > 0 && (
        <div className={stijl.breed}>
          <span className={stijl.nieuw}>nieuw in module 1</span>
          <span>
            {nieuw.map((naam) => naam.split(":")[0]).join(" en ")}: een uitbreiding van het takenpakket
          </span>
        </div>
      )}
    </section>
  );
}

function Overdracht({ traject, gekozen }: { traject: Traject; gekozen: string | undefined }) {
  const { bereik, adres } = useTraject();
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const { search } = useLocation();
  const ga = useNavigate();
  const { bezigen, meldBezig, personen } = usePlek(`overdracht:${traject.id}`);
  const rijen = perFunctie(traject, filters);
  const aantal = rijen.reduce((som, { cellen }) => som + cellen.length, 0);
  if (traject.overdracht.length === 0) {
    return (
      <TrajectPagina titel="Overdracht">
        <LeegStaat titel="Nog niemand doet mee">
          Aan dit traject doet op de streefdatum nog geen gemeente mee. Leg de deelname vast bij Organisatie,
          en de functies bij het traject; dan staat hier per regio wat er overgaat.
        </LeegStaat>
      </TrajectPagina>
    );
  }
  return (
    <TrajectPagina vol titel="Overdracht" aanwezigen={{ naam: "Nu bij de overdracht", personen }}>
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <Samenvatting traject={traject} />
          <Filterbalk
            actief={actief}
            opWis={wis}
            telling={actief ? `${aantal} van ${traject.overdracht.length} cellen` : `${aantal} cellen`}
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
          </Filterbalk>
          {rijen.length === 0 ? (
            <LeegStaat titel="Niets bij deze filters" actie={<Knop onPress={wis}>Wis filters</Knop>}>
              Geen enkele functie past bij wat je gekozen hebt.
            </LeegStaat>
          ) : (
            <Matrix traject={traject} rijen={rijen} gekozen={gekozen} bezigen={bezigen} />
          )}
          <Gereedheden traject={traject} />
        </div>
        {gekozen && (
          <CelPaneel
            key={gekozen}
            cel={traject.overdracht.find(({ id }) => id === gekozen)}
            traject={traject}
            bereik={bereik}
            meldBezig={meldBezig}
            opSluit={() => void ga({ pathname: adres("overdracht"), search }, { preventScrollReset: true })}
          />
        )}
      </div>
    </TrajectPagina>
  );
}
