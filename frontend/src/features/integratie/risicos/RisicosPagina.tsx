import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { useMag } from "~/features/account/ik";
import { useFilters } from "~/lib/adres";
import { Dialoog } from "~/ui/Dialoog";
import { Filterbalk } from "~/ui/Filterbalk";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { usePlek, useTraject } from "../kader/trajecten";
import { OnbekendDeel, TrajectPagina, TrajectStaat } from "../kader/TrajectPagina";
import { Kaart } from "./Kaart";
import { RisicoFormulier } from "./RisicoFormulier";
import { RisicoPaneel } from "./RisicoPaneel";
import { FILTERS, TREND, zichtbaar, ZWAARTE, type Traject } from "./risicos";
import { useRisicos } from "./useRisicos";
import stijl from "./Risicos.module.css";

const TOON = [
  { id: "onbekend", naam: "Nog niet gewogen" },
  { id: "eigenaar", naam: "Zonder eigenaar" },
  { id: "gesloten", naam: "Gesloten" },
];

export function RisicosPagina() {
  const { "*": deel = "" } = useParams();
  const { traject, ...vraag } = useRisicos();
  if (!/^$|^risico\/[^/]+$/.test(deel)) {
    return <OnbekendDeel titel="Risico’s" pagina="risicos" naar="Naar de risico’s" />;
  }
  if (traject) return <Risicos traject={traject} gekozen={deel.split("/")[1]} />;
  return (
    <TrajectStaat
      titel="Risico’s"
      vraag={vraag}
      gebeurd="De risico’s konden niet geladen worden."
      skelet={{ regels: 8, hoogte: "2.5rem" }}
      leeg={<LeegStaat titel="Dit traject is er niet meer">Het is weggehaald terwijl je keek.</LeegStaat>}
    />
  );
}

function Risicos({ traject, gekozen }: { traject: Traject; gekozen: string | undefined }) {
  const { bereik, adres } = useTraject();
  const mag = useMag("RisicosBeheren");
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const { search } = useLocation();
  const ga = useNavigate();
  const { bezigen, meldBezig, personen } = usePlek(`risicos:${traject.id}`);
  const [nieuw, zetNieuw] = useState(false);
  const rijen = zichtbaar(traject.risicos, filters);
  const knop = mag && (
    <Knop soort="vol" onPress={() => zetNieuw(true)}>
      <IconPlus size={17} aria-hidden />
      Nieuw risico
    </Knop>
  );
  return (
    <TrajectPagina vol titel="Risico’s" aanwezigen={{ naam: "Nu bij deze risico’s", personen }}>
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <Filterbalk
            actief={actief}
            opWis={wis}
            telling={rijen.length === 1 ? "1 risico" : `${rijen.length} risico’s`}
            actie={knop}
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
          </Filterbalk>
          <Kaart risicos={traject.risicos} vak={filters.vak} opKies={(vak) => zet("vak", vak)} />
          {rijen.length > 0 ? (
            <Tabel
              bijschrift="Risico’s"
              rijen={rijen}
              sleutel={({ id }) => id}
              kolommen={[
                {
                  kop: "Risico",
                  isNaam: true,
                  cel: ({ id, naam }) => (
                    <>
                      <Link to={{ pathname: adres("risicos", `risico/${id}`), search }} preventScrollReset>
                        {naam}
                      </Link>
                      {bezigen.get(id) && (
                        <span className={stijl.bezige}>{bezigen.get(id)!.naam} is hier bezig</span>
                      )}
                    </>
                  ),
                },
                {
                  kop: "Zwaarte",
                  cel: ({ zwaarte, score }) => (
                    <Status soort={ZWAARTE[zwaarte][0]}>
                      {ZWAARTE[zwaarte][1]}
                      {score ? ` (${score})` : ""}
                    </Status>
                  ),
                },
                { kop: "Kans", cel: ({ kans }) => kans ?? "onbekend", getal: true },
                { kop: "Impact", cel: ({ impact }) => impact ?? "onbekend", getal: true },
                { kop: "Trend", cel: ({ trend }) => TREND[trend] },
                { kop: "Maatregel", cel: ({ maatregel }) => maatregel || "nog geen maatregel" },
                { kop: "Eigenaar", cel: ({ eigenaar }) => eigenaar?.naam ?? "nog geen eigenaar" },
              ]}
            />
          ) : actief ? (
            <LeegStaat titel="Geen risico’s bij deze filters" actie={<Knop onPress={wis}>Wis filters</Knop>}>
              Er is geen risico dat past bij wat je gekozen hebt.
            </LeegStaat>
          ) : (
            <LeegStaat titel="Nog geen risico’s" actie={knop}>
              Schrijf op wat er mis kan gaan, weeg het, en geef het een eigenaar.
            </LeegStaat>
          )}
        </div>
        {gekozen && (
          <RisicoPaneel
            key={gekozen}
            risico={traject.risicos.find(({ id }) => id === gekozen)}
            traject={traject}
            bereik={bereik}
            meldBezig={meldBezig}
            opSluit={() => void ga({ pathname: adres("risicos"), search }, { preventScrollReset: true })}
          />
        )}
      </div>
      {nieuw && (
        <Dialoog titel="Nieuw risico" open opSluit={() => zetNieuw(false)}>
          <RisicoFormulier
            risico={undefined}
            traject={traject}
            bereik={bereik}
            opKlaar={() => zetNieuw(false)}
          />
        </Dialoog>
      )}
    </TrajectPagina>
  );
}
