import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { useQuery } from "urql";
import { useIk, useMag } from "~/features/account/ik";
import { Weergaven } from "~/features/weergaven/Weergaven";
import { useFilters } from "~/lib/adres";
import { datumTekst } from "~/lib/datum";
import { AFSPRAKEN } from "~/realtime/contexten";
import { Dialoog } from "~/ui/Dialoog";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Zoekveld } from "~/ui/Zoekveld";
import {
  adresVan,
  FASE,
  FASEN,
  PARTIJ,
  PARTIJEN,
  regioTekst,
  UITVOERING,
  waarTekst,
  type Regel,
} from "../afspraak";
import { Kader } from "../Kader";
import { RegisterQuery } from "../vragen";
import stijl from "../Afspraken.module.css";
import { FILTERS, zichtbaar } from "./filters";
import { NieuweAfspraak } from "./NieuweAfspraak";

const TOON = [
  { id: "mijn", naam: "Van mij" },
  { id: "herzien", naam: "Te herzien of verlopen" },
  { id: "eigenaar", naam: "Zonder eigenaar" },
];
const hoofdletter = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1);
const uniek = (lijst: { id: string; naam: string }[]) =>
  [...new Map(lijst.map((een) => [een.id, een])).values()].sort((a, b) => a.naam.localeCompare(b.naam, "nl"));

function Wanneer({ afspraak: { herzienOp, teHerzien, verlopen } }: { afspraak: Regel }) {
  if (verlopen) return <Status soort="fout">verlopen</Status>;
  if (!herzienOp) return <span className={stijl.stil}>niet bepaald</span>;
  return teHerzien ? <Status soort="wacht">{datumTekst(herzienOp)}</Status> : datumTekst(herzienOp);
}

export function RegisterPagina() {
  const { persoon } = useIk();
  const mag = useMag("AfsprakenSchrijven");
  const ga = useNavigate();
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const [nieuw, zetNieuw] = useState(false);
  const [staat, lees] = useQuery({ query: RegisterQuery, context: AFSPRAKEN });
  const alle = staat.data?.afspraken ?? [];
  const rijen = zichtbaar(alle, filters, persoon.id);
  const knop = mag && (
    <Knop soort="vol" onPress={() => zetNieuw(true)}>
      <IconPlus size={17} aria-hidden />
      Nieuwe afspraak
    </Knop>
  );
  return (
    <Kader titel="Afspraken">
      <Filterbalk
        actief={actief}
        opWis={wis}
        telling={staat.data && `${rijen.length} van ${alle.length} afspraken`}
        actie={knop}
      >
        <Zoekveld label="Zoek een afspraak" waarde={filters.zoek} opWijzig={(tekst) => zet("zoek", tekst)} />
        <Keuze
          label="Stand"
          opties={FASEN.map((id) => ({ id, naam: hoofdletter(FASE[id][1]) }))}
          leeg="Alles wat loopt"
          waarde={filters.fase || null}
          opKies={(fase) => zet("fase", fase)}
        />
        <Keuze
          label="Partij"
          opties={PARTIJEN.map(({ id, naam }) => ({ id, naam: hoofdletter(naam) }))}
          leeg="Alle partijen"
          waarde={filters.partij || null}
          opKies={(partij) => zet("partij", partij)}
        />
        <Keuze
          label="Domein"
          opties={uniek(alle.flatMap(({ domeinen }) => domeinen))}
          leeg="Alle domeinen"
          waarde={filters.domein || null}
          opKies={(domein) => zet("domein", domein)}
        />
        <Keuze
          label="Gemeente"
          opties={uniek(alle.flatMap(({ gemeenten }) => gemeenten))}
          leeg="Alle gemeenten"
          waarde={filters.gemeente || null}
          opKies={(gemeente) => zet("gemeente", gemeente)}
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
        <Weergaven pagina="/afspraken" />
      </Filterbalk>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De afspraken konden niet geladen worden."
        regels={14}
      >
        {() =>
          rijen.length > 0 ? (
            <Tabel
              bijschrift="Afspraken"
              rijen={rijen}
              sleutel={({ id }) => id}
              kolommen={[
                {
                  kop: "Afspraak",
                  isNaam: true,
                  cel: ({ id, naam, soort, herkomst }) => (
                    <span className={stijl.naam}>
                      <Link to={adresVan(id)}>{naam}</Link>
                      <small>
                        {soort || "nog geen soort"}
                        {herkomst?.onzeker ? " · onzeker" : ""}
                      </small>
                    </span>
                  ),
                },
                { kop: "Stand", cel: ({ fase }) => <Status soort={FASE[fase][0]}>{FASE[fase][1]}</Status> },
                { kop: "Partijen", cel: ({ partijen }) => partijen.map((een) => PARTIJ[een]).join(", ") },
                {
                  kop: "Domeinen",
                  cel: ({ domeinen }) => domeinen.map(({ naam }) => naam).join(", ") || "alle",
                },
                { kop: "Waar", cel: waarTekst },
                {
                  kop: "Gereed",
                  cel: ({ regionaal }) => (
                    <Status soort={UITVOERING[regionaal.status][0]}>{regioTekst(regionaal)}</Status>
                  ),
                },
                {
                  kop: "Eigenaar",
                  cel: ({ eigenaar }) => eigenaar?.naam ?? <span className={stijl.stil}>niemand</span>,
                },
                { kop: "Herzien op", cel: (afspraak) => <Wanneer afspraak={afspraak} /> },
              ]}
            />
          ) : actief ? (
            <LeegStaat titel="Geen afspraken bij deze filters" actie={<Knop onPress={wis}>Wis filters</Knop>}>
              Er is geen afspraak die past bij wat je gekozen hebt.
            </LeegStaat>
          ) : (
            <LeegStaat titel="Nog geen afspraken" actie={knop}>
              Schrijf op wat beleid, toegang, MGR en aanbieders met elkaar afspreken. Wie de hub beheert, kan
              de afspraken uit de bronnen vastleggen met de opdracht <code>samenspel feiten</code>.
            </LeegStaat>
          )
        }
      </Gegevens>
      {nieuw && (
        <Dialoog titel="Nieuwe afspraak" open opSluit={() => zetNieuw(false)}>
          <NieuweAfspraak opKlaar={(id) => (id ? void ga(adresVan(id)) : zetNieuw(false))} />
        </Dialoog>
      )}
    </Kader>
  );
}
