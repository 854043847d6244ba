import { IconDownload } from "@tabler/icons-react";
import { useLocation, useNavigate, useParams } from "react-router";
import { useFilters } from "~/lib/adres";
import { bedragTekst, optelTekst } from "~/lib/bedrag";
import { bewaarBestand } from "~/lib/bestand";
import { Filterbalk } from "~/ui/Filterbalk";
import { Knop } from "~/ui/Knop";
import { REGIOS } from "~/ui/Regiolabel";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { usePlek, useTraject } from "../kader/trajecten";
import { OnbekendDeel, TrajectPagina, TrajectStaat } from "../kader/TrajectPagina";
import { FILTERS, kaderTekst, REGEL, REGEL_BRON, zichtbaar, type Traject } from "./budget";
import { alsCsv } from "./csv";
import { Grafiek } from "./Grafiek";
import { Matrix } from "./Matrix";
import { RegelPaneel } from "./RegelPaneel";
import { Tabellen } from "./Tabellen";
import { useBudget } from "./useBudget";
import stijl from "./Budget.module.css";

const TOON = [
  { id: "over", naam: "Overschreden" },
  { id: "bekend", naam: "Met bedragen" },
  { id: "mijn", naam: "Wat ik invul" },
];
const REGIO = { noord: "Noord", mlo: "MLO", mlw: "MLW" } as const;

export function BudgetPagina() {
  const { "*": deel = "" } = useParams();
  const { filters } = useFilters("jaar");
  const jaar = /^20\d\d$/.test(filters.jaar) ? Number(filters.jaar) : null;
  const { traject, ...vraag } = useBudget(jaar);
  if (!/^$|^regel\/[^/]+$/.test(deel)) {
    return <OnbekendDeel titel="Budget" pagina="budget" naar="Naar het budget" />;
  }
  if (traject) return <Budget traject={traject} gekozen={deel.split("/")[1]} />;
  return (
    <TrajectStaat
      titel="Budget"
      vraag={vraag}
      gebeurd="Het budget kon niet geladen worden."
      skelet={{ regels: 14, hoogte: "2.5rem" }}
      leeg={<LeegStaat titel="Dit traject is er niet meer">Het is weggehaald terwijl je keek.</LeegStaat>}
    />
  );
}

function Samenvatting({ traject: { budget } }: { traject: Traject }) {
  const { totaal } = budget;
  const over = totaal.overschreden;
  return (
    <section aria-label="Samenvatting" className={stijl.samenvatting} aria-live="polite">
      <div>
        <b>
          {totaal.kader.som === null || totaal.kader.som === undefined
            ? "onbekend"
            : bedragTekst(totaal.kader.som)}
        </b>
        <span>
          kader in {budget.jaar}, {totaal.kader.bekend} van {totaal.kader.van} bekend
        </span>
      </div>
      <div>
        <b>{optelTekst({ ...totaal.naEffecten, van: totaal.naEffecten.bekend })}</b>
        <span>
          verwacht met effecten, {totaal.naEffecten.bekend} van {totaal.naEffecten.van} bekend
        </span>
      </div>
      <div className={stijl.breed}>
        <Status soort={over > 0 ? "fout" : totaal.kader.bekend > 0 ? "gereed" : "onbekend"}>
          {kaderTekst(totaal)}
        </Status>
        <span>
          {REGEL} ({REGEL_BRON}).
        </span>
      </div>
    </section>
  );
}

function Budget({ traject, gekozen }: { traject: Traject; gekozen: string | undefined }) {
  const { bereik, adres, sleutel } = useTraject();
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const ander = useFilters("jaar");
  const { search } = useLocation();
  const ga = useNavigate();
  const { budget } = traject;
  const { bezigen, meldBezig, personen } = usePlek(`budget:${traject.id}`);
  const rijen = zichtbaar(budget, filters);
  if (budget.regels.length === 0) {
    return (
      <TrajectPagina titel="Budget">
        <LeegStaat titel="Nog niemand doet mee">
          Aan dit traject doet op de streefdatum nog geen gemeente mee. Leg de deelname vast bij Organisatie,
          en de functies bij het traject; dan staat hier het budget per functie en gemeente.
        </LeegStaat>
      </TrajectPagina>
    );
  }
  return (
    <TrajectPagina vol titel="Budget" aanwezigen={{ naam: "Nu bij het budget", personen }}>
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <Samenvatting traject={traject} />
          <Filterbalk
            actief={actief}
            opWis={wis}
            telling={`${rijen.length} van ${budget.perGemeente.length} gemeenten`}
            actie={
              <Knop
                onPress={() =>
                  bewaarBestand(`budget-${sleutel}-${budget.jaar}.csv`, "text/csv", alsCsv(traject))
                }
              >
                <IconDownload size={17} aria-hidden />
                Bewaar als CSV
              </Knop>
            }
          >
            {[budget.jaar - 1, budget.jaar, budget.jaar + 1].map((jaar) => (
              <Knop key={jaar} aan={jaar === budget.jaar} onPress={() => ander.zet("jaar", String(jaar))}>
                {jaar}
              </Knop>
            ))}
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
              Geen enkele gemeente past bij wat je gekozen hebt.
            </LeegStaat>
          ) : (
            <>
              <Matrix traject={traject} rijen={rijen} gekozen={gekozen} bezigen={bezigen} />
              <Grafiek rijen={rijen} jaar={budget.jaar} />
            </>
          )}
          <Tabellen tabellen={traject.budgettabellen} />
        </div>
        {gekozen && (
          <RegelPaneel
            key={gekozen}
            regel={budget.regels.find(({ id }) => id === gekozen)}
            traject={traject}
            bereik={bereik}
            meldBezig={meldBezig}
            opSluit={() => void ga({ pathname: adres("budget"), search }, { preventScrollReset: true })}
          />
        )}
      </div>
    </TrajectPagina>
  );
}
