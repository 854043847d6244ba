import { Link, useLocation, useNavigate, useParams } from "react-router";
import { datumTekst } from "~/lib/datum";
import { useFilters } from "~/lib/adres";
import { Filterbalk } from "~/ui/Filterbalk";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { usePlek, useTraject } from "../kader/trajecten";
import { OnbekendDeel, TrajectPagina, TrajectStaat } from "../kader/TrajectPagina";
import { useTrajectVraag } from "../kader/useTrajectVraag";
import {
  AARD,
  AutonomieQuery,
  BRON,
  FILTERS,
  magTekst,
  naamVan,
  SOORT,
  zichtbaar,
  type Traject,
} from "./autonomie";
import { AutonomiePaneel } from "./AutonomiePaneel";
import stijl from "../risicos/Risicos.module.css";

const TOON = [
  { id: "beleid", naam: "Beleid" },
  { id: "bedrijfsvoering", naam: "Bedrijfsvoering" },
  { id: "onbepaald", naam: "Nog niet bepaald" },
  { id: "wacht", naam: "Wacht op gemeenten" },
];

export function AutonomiePagina() {
  const { "*": deel = "" } = useParams();
  const { id } = useTraject();
  const { data, ...vraag } = useTrajectVraag(AutonomieQuery, { id }, (gelezen) => gelezen.traject, id);
  if (!/^$|^onderwerp\/[^/]+$/.test(deel)) {
    return <OnbekendDeel titel="Autonomie" pagina="autonomie" naar="Naar de autonomie" />;
  }
  if (data?.traject) return <Autonomie traject={data.traject} gekozen={deel.split("/")[1]} />;
  return (
    <TrajectStaat
      titel="Autonomie"
      vraag={vraag}
      gebeurd="De autonomie kon niet geladen worden."
      skelet={{ regels: 8, hoogte: "2.5rem" }}
      leeg={<LeegStaat titel="Dit traject is er niet meer">Het is weggehaald terwijl je keek.</LeegStaat>}
    />
  );
}

function Autonomie({ traject, gekozen }: { traject: Traject; gekozen: string | undefined }) {
  const { bereik, adres } = useTraject();
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const { search } = useLocation();
  const ga = useNavigate();
  const { bezigen, meldBezig, personen } = usePlek(`autonomie:${traject.id}`);
  const rijen = zichtbaar(traject.autonomie, filters.toon);
  return (
    <TrajectPagina vol titel="Autonomie" aanwezigen={{ naam: "Nu bij de autonomie", personen }}>
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <Melding soort="info">
            Beleid blijft bij elke gemeente; alleen bedrijfsvoering wordt opgeschaald ({BRON}). Over beleid
            kan de regio daarom pas besluiten als elke gemeente die meedoet akkoord heeft besloten.
          </Melding>
          <Filterbalk
            actief={actief}
            opWis={wis}
            telling={rijen.length === 1 ? "1 onderwerp" : `${rijen.length} onderwerpen`}
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
          {rijen.length > 0 ? (
            <Tabel
              bijschrift="Onderwerpen, met wat bedrijfsvoering is en wat beleid"
              rijen={rijen}
              sleutel={({ id }) => id}
              kolommen={[
                {
                  kop: "Onderwerp",
                  isNaam: true,
                  cel: (een) => (
                    <>
                      <Link
                        to={{ pathname: adres("autonomie", `onderwerp/${een.id}`), search }}
                        preventScrollReset
                      >
                        {naamVan(een)}
                      </Link>
                      {bezigen.get(een.id) && (
                        <span className={stijl.bezige}>{bezigen.get(een.id)!.naam} is hier bezig</span>
                      )}
                    </>
                  ),
                },
                { kop: "Soort", cel: ({ over }) => SOORT[over.__typename] },
                { kop: "Aard", cel: ({ aard }) => (aard ? AARD[aard] : "nog niet bepaald") },
                {
                  kop: "Regionaal",
                  cel: (een) => <Status soort={magTekst(een)[0]}>{magTekst(een)[1]}</Status>,
                },
                {
                  kop: "Regio besloot op",
                  cel: ({ regionaalOp }) => (regionaalOp ? datumTekst(regionaalOp) : "nog niet"),
                },
                { kop: "Waarom", cel: ({ uitleg }) => uitleg },
              ]}
            />
          ) : (
            <LeegStaat
              titel={actief ? "Niets bij dit filter" : "Nog niets te besluiten"}
              actie={actief && <Knop onPress={wis}>Wis filters</Knop>}
            >
              {actief
                ? "Geen onderwerp past bij wat je gekozen hebt."
                : "Besluiten en mijlpalen van dit traject staan hier zodra ze er zijn."}
            </LeegStaat>
          )}
        </div>
        {gekozen && (
          <AutonomiePaneel
            key={gekozen}
            id={gekozen}
            inLijst={traject.autonomie.find(({ id }) => id === gekozen)}
            traject={traject}
            bereik={bereik}
            meldBezig={meldBezig}
            opSluit={() => void ga({ pathname: adres("autonomie"), search }, { preventScrollReset: true })}
          />
        )}
      </div>
    </TrajectPagina>
  );
}
