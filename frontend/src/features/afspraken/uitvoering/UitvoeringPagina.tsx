import { Link, useLocation, useNavigate, useParams } from "react-router";
import { useQuery } from "urql";
import { useFilters } from "~/lib/adres";
import { AFSPRAKEN } from "~/realtime/contexten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { REGIOS } from "~/ui/Regiolabel";
import { LeegStaat } from "~/ui/Staat";
import { Zoekveld } from "~/ui/Zoekveld";
import { usePlek } from "~/features/integratie/kader/trajecten";
import { Weergaven } from "~/features/weergaven/Weergaven";
import { UITVOERINGEN } from "../afspraak";
import { Kader } from "../Kader";
import { UitvoeringQuery } from "../vragen";
import stijl from "../Afspraken.module.css";
import { FILTERS, zichtbaar, type Matrix as Gegevensmatrix } from "./filters";
import { Matrix, UITVOERING_ADRES } from "./Matrix";
import { UitvoeringPaneel } from "./UitvoeringPaneel";

const TOON = [
  { id: "open", naam: "Nog niet gereed" },
  { id: "bijna", naam: "Een of twee ontbreken" },
  { id: "mijn", naam: "Wat ik kan invullen" },
];
const REGIO = { noord: "Noord", mlo: "MLO", mlw: "MLW" } as const;
const PLEK = "afspraken:uitvoering";

export function UitvoeringPagina() {
  const { "*": deel = "" } = useParams();
  const [staat, lees] = useQuery({ query: UitvoeringQuery, context: AFSPRAKEN });
  if (!/^$|^cel\/[^/]+$/.test(deel)) {
    return (
      <Kader titel="Uitvoering per gemeente">
        <LeegStaat
          titel="Deze pagina bestaat niet"
          actie={<Link to={UITVOERING_ADRES}>Naar de uitvoering</Link>}
        >
          Misschien is het adres niet goed overgenomen.
        </LeegStaat>
      </Kader>
    );
  }
  if (!staat.data) {
    return (
      <Kader titel="Uitvoering per gemeente">
        <Gegevens
          staat={staat}
          opnieuw={() => lees({ requestPolicy: "network-only" })}
          fout="De uitvoering kon niet geladen worden."
          regels={14}
        >
          {() => null}
        </Gegevens>
      </Kader>
    );
  }
  return <Inhoud matrix={staat.data} gekozen={deel.split("/")[1]} />;
}

function Inhoud({ matrix, gekozen }: { matrix: Gegevensmatrix; gekozen: string | undefined }) {
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const { search } = useLocation();
  const ga = useNavigate();
  const { bezigen, meldBezig, personen } = usePlek(PLEK);
  const { afspraken, gemeenten } = zichtbaar(matrix, filters);
  return (
    <Kader vol titel="Uitvoering per gemeente" aanwezigen={{ naam: "Nu bij de uitvoering", personen }}>
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <Filterbalk
            actief={actief}
            opWis={wis}
            telling={`${afspraken.length} van ${matrix.afspraken.length} afspraken`}
          >
            <Zoekveld
              label="Zoek een afspraak"
              waarde={filters.zoek}
              opWijzig={(tekst) => zet("zoek", tekst)}
            />
            <Keuze
              label="Status"
              opties={UITVOERINGEN}
              leeg="Alle statussen"
              waarde={filters.status || null}
              opKies={(status) => zet("status", status)}
            />
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
            <Weergaven pagina={UITVOERING_ADRES} />
          </Filterbalk>
          {afspraken.length === 0 || gemeenten.length === 0 ? (
            <LeegStaat
              titel="Geen afspraken bij deze filters"
              actie={actief && <Knop onPress={wis}>Wis filters</Knop>}
            >
              {actief
                ? "Er is geen afspraak die past bij wat je gekozen hebt."
                : "Er staan nog geen afspraken in het register."}
            </LeegStaat>
          ) : (
            <Matrix afspraken={afspraken} gemeenten={gemeenten} gekozen={gekozen} bezigen={bezigen} />
          )}
        </div>
        {gekozen && (
          <UitvoeringPaneel
            key={gekozen}
            id={gekozen}
            afspraken={matrix.afspraken}
            meldBezig={meldBezig}
            opSluit={() => void ga({ pathname: UITVOERING_ADRES, search }, { preventScrollReset: true })}
          />
        )}
      </div>
    </Kader>
  );
}
