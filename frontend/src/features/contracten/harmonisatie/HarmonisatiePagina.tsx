import { useState } from "react";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { useMagHier } from "~/features/integratie/kader/stand";
import { usePlek } from "~/features/integratie/kader/trajecten";
import { Weergaven } from "~/features/weergaven/Weergaven";
import { useFilters } from "~/lib/adres";
import { datumTekst } from "~/lib/datum";
import { useVastgehouden } from "~/lib/vastgehouden";
import { komtVoor } from "~/lib/zoek";
import { Dialoog } from "~/ui/Dialoog";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Vinkje } from "~/ui/Vinkje";
import { Zoekveld } from "~/ui/Zoekveld";
import {
  ELEMENT,
  ELEMENTEN,
  KEUZE,
  STAND,
  STANDEN,
  VERGELIJK,
  verschilTekst,
  type Attribuut,
} from "../attribuut";
import stijl from "../Contracten.module.css";
import { Kader } from "../Kader";
import { Uitvoer } from "../Uitvoer";
import { useContractenVraag } from "../useContractenVraag";
import { HarmonisatieQuery } from "../vragen";
import { BesluitFormulier } from "./BesluitFormulier";
import { BesluitPaneel } from "./BesluitPaneel";
import { Graad } from "./Graad";

const ADRES = "/contracten/harmonisatie";
const FILTERS = ["zoek", "element", "hoever", "domein"] as const;
const HEEL = { id: "harmonisatie" };

function Wanneer({ attribuut: { besluit, planstand, moment } }: { attribuut: Attribuut }) {
  if (besluit.geplandOp) {
    const dag = datumTekst(besluit.geplandOp);
    if (planstand === "TE_VROEG") return <Status soort="fout">{dag}: te vroeg</Status>;
    return <Status soort={planstand === "PAST" ? "bezig" : "onbekend"}>{dag}</Status>;
  }
  if (moment.datum) return <>kan vanaf {datumTekst(moment.datum)}</>;
  return <span className={stijl.stil}>onbekend vanaf wanneer het kan</span>;
}

const uniek = (lijst: { id: string; naam: string }[]) =>
  [...new Map(lijst.map((een) => [een.id, een])).values()].sort((a, b) => a.naam.localeCompare(b.naam, "nl"));

export function HarmonisatiePagina() {
  const { "*": deel = "" } = useParams();
  const gekozen = /^attribuut\/([^/]+)$/.exec(deel)?.[1];
  const ga = useNavigate();
  const { search } = useLocation();
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const mag = useMagHier("HarmonisatieBesluiten");
  const { staat, opnieuw } = useContractenVraag(HarmonisatieQuery, {});
  const data = useVastgehouden(
    { stale: false, ...staat },
    ({ harmonisatiegraad, attributen }) => (harmonisatiegraad && attributen ? HEEL : null),
    HEEL.id,
  );
  const { personen } = usePlek("harmonisatie");
  const [vinkjes, zetVinkjes] = useState<string[]>([]);
  const [samen, zetSamen] = useState(false);
  const alle = data?.attributen ?? [];
  const rijen = alle.filter(
    (een) =>
      (!filters.element || een.element === filters.element) &&
      (!filters.hoever || een.stand === filters.hoever) &&
      (!filters.domein || een.domeinen.some(({ id }) => id === filters.domein)) &&
      komtVoor(filters.zoek, een.naam, een.besluit.reden, KEUZE[een.besluit.keuze]),
  );
  const bijeen = rijen.filter(({ id }) => vinkjes.includes(id));
  return (
    <Kader titel="Harmonisatie" vol terug aanwezigen={{ naam: "Nu bij de harmonisatie", personen }}>
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <Gegevens
            staat={{ data, error: staat.error }}
            opnieuw={opnieuw}
            fout="De harmonisatie kon niet geladen worden."
            regels={12}
          >
            {({ harmonisatiegraad }) => (
              <>
                <Graad graad={harmonisatiegraad} />
                <Filterbalk
                  actief={actief}
                  opWis={wis}
                  telling={`${rijen.length} van ${alle.length} attributen`}
                  actie={
                    mag && (
                      <Knop soort="vol" isDisabled={bijeen.length === 0} onPress={() => zetSamen(true)}>
                        Besluit over {bijeen.length} samen
                      </Knop>
                    )
                  }
                >
                  <Zoekveld
                    label="Zoek een attribuut"
                    waarde={filters.zoek}
                    opWijzig={(tekst) => zet("zoek", tekst)}
                  />
                  <Keuze
                    label="Sturingselement"
                    opties={ELEMENTEN.map((id) => ({ id, naam: ELEMENT[id] }))}
                    leeg="Alle elementen"
                    waarde={filters.element || null}
                    opKies={(element) => zet("element", element)}
                  />
                  <Keuze
                    label="Hoe ver"
                    opties={STANDEN.map((id) => ({ id, naam: STAND[id][1] }))}
                    leeg="Hoe ver ook"
                    waarde={filters.hoever || null}
                    opKies={(stand) => zet("hoever", stand)}
                  />
                  <Keuze
                    label="Domein"
                    opties={uniek(alle.flatMap(({ domeinen }) => domeinen))}
                    leeg="Alle domeinen"
                    waarde={filters.domein || null}
                    opKies={(domein) => zet("domein", domein)}
                  />
                  <Weergaven pagina={ADRES} zonder={["stand"]} />
                </Filterbalk>
                {rijen.length === 0 ? (
                  <LeegStaat
                    titel="Niets bij deze filters"
                    actie={actief ? <Knop onPress={wis}>Wis filters</Knop> : undefined}
                  >
                    Er is geen attribuut dat past bij wat je gekozen hebt.
                  </LeegStaat>
                ) : (
                  <Tabel
                    bijschrift="Attributen en wat erover besloten is"
                    rijen={rijen}
                    sleutel={({ id }) => id}
                    kolommen={[
                      {
                        kop: "Attribuut",
                        isNaam: true,
                        cel: ({ id, naam, element }) => (
                          <span className={stijl.kies}>
                            {mag && (
                              <Vinkje
                                isSelected={vinkjes.includes(id)}
                                onChange={(aan) =>
                                  zetVinkjes((oud) => (aan ? [...oud, id] : oud.filter((een) => een !== id)))
                                }
                              >
                                <span className="alleen-voorlezen">Kies {naam}</span>
                              </Vinkje>
                            )}
                            <span className={stijl.naam}>
                              <Link
                                to={{ pathname: `${ADRES}/attribuut/${id}`, search }}
                                preventScrollReset
                                aria-current={gekozen === id || undefined}
                              >
                                {naam}
                              </Link>
                              <small>{ELEMENT[element]}</small>
                            </span>
                          </span>
                        ),
                      },
                      {
                        kop: "Waarden",
                        cel: ({ verschil }) => (
                          <Status soort={VERGELIJK[verschil.vergelijk][0]}>{verschilTekst(verschil)}</Status>
                        ),
                      },
                      {
                        kop: "Hoe ver",
                        cel: ({ stand }) => <Status soort={STAND[stand][0]}>{STAND[stand][1]}</Status>,
                      },
                      {
                        kop: "Besluit",
                        cel: ({ besluit }) =>
                          besluit.keuze === "NOG_OPEN" ? (
                            <span className={stijl.stil}>nog open</span>
                          ) : (
                            <span className={stijl.naam}>
                              {KEUZE[besluit.keuze]}
                              {besluit.waarde ? `: ${besluit.waarde}` : ""}
                              {besluit.reden && <small>{besluit.reden}</small>}
                            </span>
                          ),
                      },
                      { kop: "Wanneer", cel: (attribuut) => <Wanneer attribuut={attribuut} /> },
                      { kop: "Gesprek", getal: true, cel: ({ gesprek }) => gesprek.length || "" },
                    ]}
                  />
                )}
              </>
            )}
          </Gegevens>
          <Uitvoer blad="harmonisatie" />
        </div>
        {gekozen && data && (
          <BesluitPaneel
            key={gekozen}
            attribuut={alle.find(({ id }) => id === gekozen)}
            opSluit={() => void ga({ pathname: ADRES, search }, { preventScrollReset: true })}
          />
        )}
      </div>
      {samen && (
        <Dialoog titel={`Besluit over ${bijeen.length} attributen`} open opSluit={() => zetSamen(false)}>
          <p className={stijl.stil}>{bijeen.map(({ naam }) => naam).join(", ")}</p>
          <BesluitFormulier
            attributen={bijeen}
            opKlaar={() => {
              zetSamen(false);
              zetVinkjes([]);
            }}
          />
        </Dialoog>
      )}
    </Kader>
  );
}
