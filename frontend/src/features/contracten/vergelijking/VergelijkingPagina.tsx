import { IconHelpCircle, IconInfoCircle, IconPlus } from "@tabler/icons-react";
import { useCallback, useMemo, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { useMagHier, useStand } from "~/features/integratie/kader/stand";
import { usePlek } from "~/features/integratie/kader/trajecten";
import { Weergaven } from "~/features/weergaven/Weergaven";
import { useFilters } from "~/lib/adres";
import { useVastgehouden } from "~/lib/vastgehouden";
import { komtVoor } from "~/lib/zoek";
import { Dialoog } from "~/ui/Dialoog";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Zoekveld } from "~/ui/Zoekveld";
import { ELEMENT, ELEMENTEN, type Cel } from "../attribuut";
import stijl from "../Contracten.module.css";
import { Kader } from "../Kader";
import { Uitvoer } from "../Uitvoer";
import { useContractenVraag } from "../useContractenVraag";
import { VergelijkingQuery } from "../vragen";
import { AttribuutFormulier } from "./AttribuutFormulier";
import { Blad } from "./Blad";
import { CelPaneel } from "./CelPaneel";
import { Kolomkiezer } from "./Kolomkiezer";
import { alsAdres, kolommenVan, STREKEN } from "./kolommen";
import { NietBewaard } from "./NietBewaard";
import { Opvragen } from "./Opvragen";
import type { Rijdata } from "./Rij";
import { useBewaar } from "./useBewaar";

export const ADRES = "/contracten/vergelijking";
const FILTERS = ["zoek", "element", "toon", "kolommen"] as const;
const TOON = [
  { id: "onbekend", naam: "Met onbekend" },
  { id: "verschilt", naam: "Verschilt" },
  { id: "open", naam: "Nog open" },
];

function zichtbaar(
  rijen: readonly Rijdata[],
  filters: Record<"zoek" | "element" | "toon", string>,
): Rijdata[] {
  return rijen.filter((rij) => {
    if (filters.element && rij.element !== filters.element) return false;
    if (filters.toon === "onbekend" && rij.verschil.onbekend === 0) return false;
    if (filters.toon === "verschilt" && rij.verschil.vergelijk !== "VERSCHILT") return false;
    if (filters.toon === "open" && rij.stand !== "OPEN") return false;
    return komtVoor(filters.zoek, rij.naam, ELEMENT[rij.element], ...rij.cellen.map(({ waarde }) => waarde));
  });
}

const NIETS: Cel[] = [];
const GEEN: never[] = [];

export function VergelijkingPagina() {
  const { "*": deel = "" } = useParams();
  const gekozen = /^cel\/([^/]+)$/.exec(deel)?.[1];
  const ga = useNavigate();
  const { search } = useLocation();
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const stand = useStand();
  const mag = useMagHier("ContractenBeheren");
  const magTaak = useMagHier("TaakMaken");
  const kolommen = kolommenVan(filters.kolommen);
  const { staat, opnieuw } = useContractenVraag(VergelijkingQuery, { kolommen });
  const sleutel = kolommen?.join() ?? "";
  const data = useVastgehouden({ stale: false, ...staat }, () => ({ id: sleutel }), sleutel);
  const { bezigen, meldBezig, personen } = usePlek("vergelijking");
  const { bewaar, onderweg, mislukt, laatVallen } = useBewaar();
  const [keuze, zetKeuze] = useState<Cel[]>(NIETS);
  const [open, zetOpen] = useState<"attribuut" | "vraag">();
  const opBezig = useCallback(
    (cel: string | undefined) => (cel ? meldBezig("BEWERKT", cel) : meldBezig("KIJKT")),
    [meldBezig],
  );
  const opOpen = useCallback(
    (rij: Rijdata, cel?: Cel) =>
      void ga(
        { pathname: `${ADRES}/cel/${cel?.id ?? rij.cellen[0]!.id}`, search },
        { preventScrollReset: true },
      ),
    [ga, search],
  );
  // The same rows as long as nothing changed: the sheet draws only what differs.
  const alle: readonly Rijdata[] = data?.attributen ?? GEEN;
  const { zoek, element, toon } = filters;
  const rijen = useMemo(() => zichtbaar(alle, { zoek, element, toon }), [alle, zoek, element, toon]);
  const kolomdata = data?.vergelijkingskolommen;
  const kop = useMemo(
    () => (kolomdata ?? GEEN).map((kolom) => ({ ...kolom, magInvullen: kolom.magInvullen && !stand })),
    [kolomdata, stand],
  );
  const rij = alle.find(({ cellen }) => cellen.some(({ id }) => id === gekozen));
  const cel = rij?.cellen.find(({ id }) => id === gekozen);
  const onbekend = keuze.filter(({ waarde, vraag }) => !waarde && (!vraag || vraag.beantwoordOp));
  const knop = mag && (
    <Knop onPress={() => zetOpen("attribuut")}>
      <IconPlus size={17} aria-hidden />
      Nieuw attribuut
    </Knop>
  );
  return (
    <Kader titel="Vergelijking" vol terug aanwezigen={{ naam: "Nu bij de vergelijking", personen }}>
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <Filterbalk
            actief={actief}
            opWis={wis}
            telling={data && `${rijen.length} van ${alle.length} attributen`}
            actie={knop}
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
            {TOON.map(({ id, naam }) => (
              <Knop
                key={id}
                aan={filters.toon === id}
                onPress={() => zet("toon", filters.toon === id ? null : id)}
              >
                {naam}
              </Knop>
            ))}
            <Kolomkiezer
              kolommen={kolommen ?? STREKEN}
              opKies={(sleutels) => zet("kolommen", alsAdres(sleutels))}
            />
            <Knop
              isDisabled={keuze.length === 0}
              onPress={() => {
                const eerste = keuze[0];
                const van = alle.find(({ cellen }) => cellen.some(({ id }) => id === eerste?.id));
                if (van) opOpen(van, eerste);
              }}
            >
              <IconInfoCircle size={17} aria-hidden />
              Bron en geschiedenis
            </Knop>
            {magTaak && (
              <Knop isDisabled={onbekend.length === 0} onPress={() => zetOpen("vraag")}>
                <IconHelpCircle size={17} aria-hidden />
                Vraag op ({onbekend.length})
              </Knop>
            )}
            <Weergaven pagina={ADRES} zonder={["stand"]} />
          </Filterbalk>
          <NietBewaard mislukt={mislukt} rijen={alle} bewaar={bewaar} laatVallen={laatVallen} />
          <Gegevens
            staat={{ data, error: staat.error }}
            opnieuw={opnieuw}
            fout="De vergelijking kon niet geladen worden."
            regels={12}
          >
            {() =>
              rijen.length > 0 ? (
                <Blad
                  rijen={rijen}
                  kolommen={kop}
                  onderweg={onderweg}
                  bezigen={bezigen}
                  bewaar={bewaar}
                  opBezig={opBezig}
                  opKeuze={zetKeuze}
                  opOpen={opOpen}
                />
              ) : actief ? (
                <LeegStaat titel="Niets bij deze filters" actie={<Knop onPress={wis}>Wis filters</Knop>}>
                  Er is geen attribuut dat past bij wat je gekozen hebt.
                </LeegStaat>
              ) : (
                <LeegStaat titel="Nog niets om te vergelijken" actie={knop}>
                  Voeg toe waarin contracten kunnen verschillen, bijvoorbeeld tarief, looptijd of indexering.
                </LeegStaat>
              )
            }
          </Gegevens>
          <Uitvoer blad="vergelijking" kolommen={kolommen} />
        </div>
        {gekozen && rij && (
          <CelPaneel
            key={gekozen}
            rij={rij}
            cel={cel}
            magInvullen={!!kop.find(({ sleutel: een }) => een === cel?.kolom)?.magInvullen}
            opSluit={() => void ga({ pathname: ADRES, search }, { preventScrollReset: true })}
          />
        )}
      </div>
      {open === "attribuut" && (
        <Dialoog titel="Nieuw attribuut" open opSluit={() => zetOpen(undefined)}>
          <AttribuutFormulier opKlaar={() => zetOpen(undefined)} />
        </Dialoog>
      )}
      {open === "vraag" && (
        <Dialoog titel="Opvragen wat onbekend is" open opSluit={() => zetOpen(undefined)}>
          <Opvragen cellen={onbekend} opKlaar={() => zetOpen(undefined)} />
        </Dialoog>
      )}
    </Kader>
  );
}
