import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { useMagHier } from "~/features/integratie/kader/stand";
import { Weergaven } from "~/features/weergaven/Weergaven";
import { useFilters } from "~/lib/adres";
import { datumTekst } from "~/lib/datum";
import { Dialoog } from "~/ui/Dialoog";
import { Onbekend } from "~/ui/Feiten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Zoekveld } from "~/ui/Zoekveld";
import {
  BEKOSTIGINGEN,
  contractAdres,
  schaalKort,
  schaalTekst,
  SIGNAAL,
  vormenTekst,
  VORM,
  type Regel,
} from "../contract";
import stijl from "../Contracten.module.css";
import { Kader } from "../Kader";
import { Uitvoer } from "../Uitvoer";
import { useContractenVraag } from "../useContractenVraag";
import { ContractenQuery } from "../vragen";
import { FILTERS, zichtbaar } from "./filters";
import { NieuwContract } from "./NieuwContract";

const TOON = [
  { id: "signaal", naam: "Met signaal" },
  { id: "einde", naam: "Einde onbekend" },
  { id: "verschil", naam: "Verschilt per gemeente" },
];
const uniek = (lijst: { id: string; naam: string }[]) =>
  [...new Map(lijst.map((een) => [een.id, een])).values()].sort((a, b) => a.naam.localeCompare(b.naam, "nl"));
const schalen = (alle: readonly Regel[]) =>
  [...new Set(alle.map(({ gemeenten }) => gemeenten.length))]
    .sort((a, b) => a - b)
    .map((aantal) => ({ id: String(aantal), naam: aantal === 1 ? "1 gemeente" : `${aantal} gemeenten` }));

function Signaal({ contract: { signalen } }: { contract: Regel }) {
  const [eerste, ...meer] = signalen;
  if (!eerste) return <span className={stijl.stil}>niets</span>;
  return (
    <span className={stijl.naam}>
      <Status soort={eerste.taak ? "bezig" : eerste.dringend ? "fout" : "wacht"}>
        {SIGNAAL[eerste.soort]}
      </Status>
      <small>
        {datumTekst(eerste.datum)}
        {meer.length > 0 && ` (+${meer.length})`}
      </small>
    </span>
  );
}

export function RegisterPagina() {
  const mag = useMagHier("ContractenBeheren");
  const ga = useNavigate();
  const { search } = useLocation();
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const [nieuw, zetNieuw] = useState(false);
  const { staat, opnieuw } = useContractenVraag(ContractenQuery, {});
  const alle = staat.data?.contracten ?? [];
  const rijen = zichtbaar(alle, filters);
  const knop = mag && (
    <Knop soort="vol" onPress={() => zetNieuw(true)}>
      <IconPlus size={17} aria-hidden />
      Nieuw contract
    </Knop>
  );
  return (
    <Kader titel="Contracten" terug>
      <Filterbalk
        actief={actief}
        opWis={wis}
        telling={staat.data && `${rijen.length} van ${alle.length} contracten en segmenten`}
        actie={knop}
      >
        <Zoekveld label="Zoek een contract" waarde={filters.zoek} opWijzig={(tekst) => zet("zoek", tekst)} />
        <Keuze
          label="Domein"
          opties={uniek(alle.map(({ domein }) => domein))}
          leeg="Alle domeinen"
          waarde={filters.domein || null}
          opKies={(domein) => zet("domein", domein)}
        />
        <Keuze
          label="Schaal"
          opties={schalen(alle)}
          leeg="Elke schaal"
          waarde={filters.schaal || null}
          opKies={(schaal) => zet("schaal", schaal)}
        />
        <Keuze
          label="Bekostiging"
          opties={BEKOSTIGINGEN}
          leeg="Alle bekostiging"
          waarde={filters.bekostiging || null}
          opKies={(vorm) => zet("bekostiging", vorm)}
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
        <Weergaven pagina="/contracten" zonder={["stand"]} />
      </Filterbalk>
      <Gegevens staat={staat} opnieuw={opnieuw} fout="De contracten konden niet geladen worden." regels={14}>
        {() =>
          rijen.length > 0 ? (
            <Tabel
              bijschrift="Contracten en segmenten"
              rijen={rijen}
              sleutel={({ id }) => id}
              kolommen={[
                {
                  kop: "Contract",
                  isNaam: true,
                  cel: ({ nummer, naam, bovenliggend, herkomst }) => (
                    <span className={stijl.naam}>
                      <Link to={{ pathname: contractAdres(nummer), search }}>{naam}</Link>
                      <small>
                        {nummer}
                        {bovenliggend ? ` · valt onder ${bovenliggend.nummer}` : ""}
                        {herkomst?.onzeker ? " · onzeker" : ""}
                      </small>
                    </span>
                  ),
                },
                { kop: "Domein", cel: ({ domein }) => domein.naam },
                { kop: "Schaal", cel: (een) => <span title={schaalTekst(een)}>{schaalKort(een)}</span> },
                {
                  kop: "Bekostiging",
                  cel: ({ bekostiging, perGemeente }) => (
                    <span className={stijl.naam}>
                      {vormenTekst(bekostiging) || <Onbekend />}
                      {perGemeente.length > 0 && <small>verschilt per gemeente</small>}
                    </span>
                  ),
                },
                { kop: "Vorm", cel: ({ vorm }) => (vorm ? VORM[vorm] : <Onbekend />) },
                { kop: "Ingang", cel: ({ ingang }) => (ingang ? datumTekst(ingang) : <Onbekend />) },
                {
                  kop: "Loopt tot en met",
                  cel: ({ laatsteDag }) => (laatsteDag ? datumTekst(laatsteDag) : <Onbekend />),
                },
                {
                  kop: "Aanbieders",
                  getal: true,
                  cel: ({ aantalAanbieders }) => aantalAanbieders ?? <Onbekend />,
                },
                { kop: "Komt aan", cel: (contract) => <Signaal contract={contract} /> },
              ]}
            />
          ) : actief ? (
            <LeegStaat
              titel="Geen contracten bij deze filters"
              actie={<Knop onPress={wis}>Wis filters</Knop>}
            >
              Er is geen contract dat past bij wat je gekozen hebt.
            </LeegStaat>
          ) : (
            <LeegStaat titel="Nog geen contracten" actie={knop}>
              Zet het eerste contract in het register, met zijn eigen schaal en datums. Wie de hub beheert,
              kan de contracten uit de bronnen vastleggen met de opdracht <code>samenspel feiten</code>.
            </LeegStaat>
          )
        }
      </Gegevens>
      <Uitvoer blad="register" />
      {nieuw && (
        <Dialoog titel="Nieuw contract" open opSluit={() => zetNieuw(false)}>
          <NieuwContract opKlaar={(nummer) => (nummer ? void ga(contractAdres(nummer)) : zetNieuw(false))} />
        </Dialoog>
      )}
    </Kader>
  );
}
