import { IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { useQuery } from "urql";
import { useMag } from "~/features/account/ik";
import { useVerversing } from "~/features/vandaag/useVerversing";
import type { LijnenQuery as Antwoord } from "~/graphql/gen/graphql";
import { useFilters } from "~/lib/adres";
import { useMedia } from "~/lib/media";
import { ORGANISATIE } from "~/realtime/contexten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Zoekveld } from "~/ui/Zoekveld";
import { Kader } from "../Kader";
import { NogGeenFeiten } from "../NogGeenFeiten";
import { FILTERS, LijnenQuery, past, TOON } from "./lijnen";
import { LijnenTabel } from "./LijnenTabel";
import { LijnPaneel } from "./LijnPaneel";
import { Netwerk } from "./Netwerk";
import { NieuweLijn } from "./NieuweLijn";
import { PerModule } from "./PerModule";
import stijl from "./Lijnen.module.css";

export function LijnenPagina() {
  const [staat, lees] = useQuery({ query: LijnenQuery, context: ORGANISATIE });
  const opnieuw = () => lees({ requestPolicy: "network-only" });
  useVerversing(opnieuw);
  return (
    <Kader titel="Communicatielijnen" vol>
      <Gegevens
        staat={staat}
        opnieuw={opnieuw}
        fout="De communicatielijnen konden niet geladen worden."
        regels={6}
        hoogte="5rem"
      >
        {(data) => (data.lijnen.length === 0 ? <NogGeenFeiten /> : <Inhoud data={data} />)}
      </Gegevens>
    </Kader>
  );
}

function Inhoud({ data: { lijnen, modules } }: { data: Antwoord }) {
  const { "*": deel = "" } = useParams();
  const gekozen = /^lijn\/([^/]+)$/.exec(deel)?.[1];
  const { search } = useLocation();
  const ga = useNavigate();
  const smal = useMedia("(max-width: 48rem)");
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const mag = useMag("StakeholdersBeheren");
  const [nieuw, zetNieuw] = useState(false);
  const { filters: beeld, zet: zetBeeld } = useFilters("weergave");
  const { zoek, soort, module, toon } = filters;
  const getoond = useMemo(
    () => lijnen.filter((lijn) => past(lijn, { zoek, soort, module, toon })),
    [lijnen, zoek, soort, module, toon],
  );
  const soorten = [...new Set(lijnen.map(({ relatie }) => relatie.soort))].sort();
  const alsTabel = (beeld.weergave || (smal ? "tabel" : "netwerk")) === "tabel";
  return (
    <div className={stijl.pagina}>
      <div className={stijl.midden}>
        <Filterbalk
          actief={actief}
          opWis={wis}
          telling={`${getoond.length} van ${lijnen.length} lijnen`}
          actie={
            mag && (
              <Knop soort="vol" onPress={() => zetNieuw(true)}>
                <IconPlus size={18} aria-hidden /> Gewenste lijn
              </Knop>
            )
          }
        >
          <Zoekveld label="Zoek een lijn" waarde={zoek} opWijzig={(tekst) => zet("zoek", tekst)} />
          <Keuze
            label="Soort"
            opties={soorten.map((id) => ({ id, naam: id }))}
            leeg="Alle soorten"
            waarde={soort || null}
            opKies={(keuze) => zet("soort", keuze)}
          />
          <Keuze
            label="Module"
            opties={[...modules]}
            leeg="Alle modules"
            waarde={module || null}
            opKies={(keuze) => zet("module", keuze)}
          />
          <Keuze
            label="Toon"
            opties={[...TOON]}
            leeg="Alles"
            waarde={toon || null}
            opKies={(keuze) => zet("toon", keuze)}
          />
          <Knop aan={!alsTabel} onPress={() => zetBeeld("weergave", "netwerk")}>
            Netwerk
          </Knop>
          <Knop aan={alsTabel} onPress={() => zetBeeld("weergave", "tabel")}>
            Tabel
          </Knop>
        </Filterbalk>
        {getoond.length === 0 ? (
          <LeegStaat titel="Niets gevonden" actie={<Knop onPress={wis}>Wis de filters</Knop>}>
            Er is geen lijn die hieraan voldoet.
          </LeegStaat>
        ) : alsTabel ? (
          <LijnenTabel lijnen={getoond} />
        ) : (
          <>
            <Legenda />
            <Netwerk lijnen={getoond} gekozen={gekozen} />
          </>
        )}
        <PerModule lijnen={lijnen} modules={modules} />
      </div>
      {nieuw && <NieuweLijn modules={modules} opSluit={() => zetNieuw(false)} />}
      {gekozen && (
        <LijnPaneel
          key={gekozen}
          lijn={lijnen.find(({ relatie }) => relatie.id === gekozen)}
          opSluit={() => void ga({ pathname: "/organisatie/lijnen", search }, { preventScrollReset: true })}
        />
      )}
    </div>
  );
}

function Legenda() {
  return (
    <ul className={stijl.legenda}>
      {(
        [
          ["", "er loopt iets over"],
          ["module", "vaste lijn van een module"],
          ["gewenst", "gewenst"],
          ["stil", "stil: er loopt niets over"],
        ] as const
      ).map(([soort, tekst]) => (
        <li key={tekst}>
          <svg viewBox="0 0 36 12" aria-hidden>
            <path d="M0 6h36" className={`${stijl.lijn} ${stijl[soort] ?? ""}`} />
          </svg>
          {tekst}
        </li>
      ))}
      <li>Kies een lijn en zie wat erover loopt.</li>
    </ul>
  );
}
