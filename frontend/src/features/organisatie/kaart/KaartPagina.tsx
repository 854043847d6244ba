import { IconPlus, IconPrinter } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { useQuery } from "urql";
import { useMag } from "~/features/account/ik";
import { usePlek } from "~/features/integratie/kader/trajecten";
import type { StakeholderkaartQuery, Kaartbeweging } from "~/graphql/gen/graphql";
import { useFilters } from "~/lib/adres";
import { useMedia } from "~/lib/media";
import { komtVoor } from "~/lib/zoek";
import { ORGANISATIE } from "~/realtime/contexten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Zoekveld } from "~/ui/Zoekveld";
import { Kader } from "../Kader";
import { NogGeenFeiten } from "../NogGeenFeiten";
import { deelIn, MEESTE_GROEPEN } from "./indeling";
import { Kaart } from "./Kaart";
import { FILTERS, past, RINGNAAM, TOON, VergelijkingQuery, vakken, type Stakeholder } from "./kaart";
import { Kaarttabel } from "./Kaarttabel";
import { Legenda } from "./Legenda";
import { NieuweStakeholder } from "./NieuweStakeholder";
import { StakeholderPaneel } from "./StakeholderPaneel";
import { useKaart, type Acties } from "./useKaart";
import { useVerplaats } from "./useVerplaats";
import { Vergelijking } from "./Vergelijking";
import { VanDeKaart } from "./VanDeKaart";
import stijl from "./Kaart.module.css";

export function KaartPagina() {
  const { staat, opnieuw, stakeholders, acties } = useKaart();
  const { bezigen, meldBezig, personen } = usePlek("stakeholderkaart");
  return (
    <Kader titel="Stakeholderkaart" vol aanwezigen={{ naam: "Nu bij de stakeholderkaart", personen }}>
      <Gegevens
        staat={staat}
        opnieuw={opnieuw}
        fout="De stakeholderkaart kon niet geladen worden."
        regels={6}
        hoogte="6rem"
      >
        {(data) =>
          data.groepen.length === 0 ? (
            <NogGeenFeiten />
          ) : (
            <Inhoud
              data={data}
              stakeholders={stakeholders}
              acties={acties}
              bezigen={bezigen}
              meldBezig={meldBezig}
            />
          )
        }
      </Gegevens>
    </Kader>
  );
}

type Props = {
  data: StakeholderkaartQuery;
  stakeholders: readonly Stakeholder[];
  acties: Acties;
} & Pick<ReturnType<typeof usePlek>, "bezigen" | "meldBezig">;

/** What differs from the analysis one compares with; nothing while none is chosen. */
function useVergelijking(met: string, analyse: string) {
  const [{ data }] = useQuery({
    query: VergelijkingQuery,
    variables: { van: met, naar: analyse || null },
    context: ORGANISATIE,
    pause: !met || met === analyse,
  });
  const antwoord = met && met !== analyse ? data?.kaartvergelijking : undefined;
  const verschillen = useMemo(
    () =>
      new Map<string, Kaartbeweging>(
        (antwoord?.regels ?? [])
          .filter(({ verschil }) => verschil !== "GELIJK" && verschil !== "WEG")
          .map(({ stakeholder, verschil }) => [stakeholder.id, verschil]),
      ),
    [antwoord],
  );
  return { antwoord, verschillen };
}

function Inhoud({ data: { groepen, analyses }, stakeholders, acties, bezigen, meldBezig }: Props) {
  const { "*": deel = "" } = useParams();
  const gekozen = /^stakeholder\/([^/]+)$/.exec(deel)?.[1];
  const { search } = useLocation();
  const ga = useNavigate();
  const smal = useMedia("(max-width: 48rem)");
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const { filters: beeld, zet: zetBeeld } = useFilters("analyse", "met", "weergave");
  const magBeheren = useMag("StakeholdersBeheren");
  const [nieuw, zetNieuw] = useState(false);
  const doeVerplaats = useVerplaats(groepen);
  const analyse = analyses.find(({ id }) => id === beeld.analyse);
  const met = analyses.find(({ id }) => id === beeld.met);
  const isNu = !analyse;
  const { antwoord, verschillen } = useVergelijking(met?.id ?? "", analyse?.id ?? "");
  const verplaats = isNu && magBeheren ? doeVerplaats : undefined;
  const opId = useMemo(() => new Map(stakeholders.map((een) => [een.id, een])), [stakeholders]);
  const plek = useMemo(() => vakken(stakeholders, analyse?.id), [stakeholders, analyse]);
  const indeling = useMemo(
    () =>
      deelIn(
        plek,
        groepen.map(({ id }) => id),
      ),
    [plek, groepen],
  );
  const getoond = stakeholders.filter((een) => {
    const vak = plek.get(een.id);
    return vak && past(een, vak, filters, (tekst) => komtVoor(filters.zoek, tekst));
  });
  const isOnzeker = (id: string) => !isNu || !opId.get(id)?.plek.zeker;
  const alsTabel =
    (beeld.weergave || (smal ? "tabel" : "kaart")) === "tabel" || groepen.length > MEESTE_GROEPEN;
  const naam = analyse ? String(analyse.jaar) : "nu";
  return (
    <div className={stijl.pagina}>
      <div className={stijl.midden}>
        <Filterbalk
          actief={actief}
          opWis={wis}
          telling={`${getoond.length} van ${plek.size} stakeholders`}
          actie={
            verplaats && (
              <Knop soort="vol" onPress={() => zetNieuw(true)}>
                <IconPlus size={18} aria-hidden /> Nieuwe stakeholder
              </Knop>
            )
          }
        >
          <Zoekveld
            label="Zoek een stakeholder"
            waarde={filters.zoek}
            opWijzig={(tekst) => zet("zoek", tekst)}
          />
          <Keuze
            label="Groep"
            opties={groepen}
            leeg="Alle groepen"
            waarde={filters.groep || null}
            opKies={(groep) => zet("groep", groep)}
          />
          <Keuze
            label="Ring"
            opties={Object.entries(RINGNAAM).map(([id, ring]) => ({ id, naam: ring }))}
            leeg="Alle ringen"
            waarde={filters.ring || null}
            opKies={(ring) => zet("ring", ring)}
          />
          <Keuze
            label="Toon"
            opties={[...TOON]}
            leeg="Alles"
            waarde={filters.toon || null}
            opKies={(toon) => zet("toon", toon)}
          />
        </Filterbalk>
        <div className={`${stijl.beeld} niet-afdrukken`}>
          <Keuze
            label="Kaart van"
            opties={analyses.map(({ id, jaar }) => ({ id, naam: String(jaar) }))}
            leeg="Nu"
            waarde={analyse?.id ?? null}
            opKies={(keuze) => zetBeeld("analyse", keuze)}
          />
          <Keuze
            label="Vergelijk met"
            opties={analyses
              .filter(({ id, jaar }) => id !== analyse?.id && jaar <= (analyse?.jaar ?? jaar))
              .map(({ id, jaar }) => ({ id, naam: String(jaar) }))}
            leeg="Niets"
            waarde={met?.id ?? null}
            opKies={(keuze) => zetBeeld("met", keuze)}
          />
          <div className={stijl.knoppen}>
            <Knop aan={!alsTabel} onPress={() => zetBeeld("weergave", "kaart")}>
              Kaart
            </Knop>
            <Knop aan={alsTabel} onPress={() => zetBeeld("weergave", "tabel")}>
              Tabel
            </Knop>
            <Knop onPress={() => window.print()}>
              <IconPrinter size={18} aria-hidden /> Afdrukken (A3)
            </Knop>
          </div>
        </div>
        {plek.size === 0 ? (
          <LeegStaat titel={`De kaart van ${naam} is niet te lezen`}>
            In de bron staat geen stakeholder bij deze analyse: de afbeelding ontbreekt.
          </LeegStaat>
        ) : getoond.length === 0 ? (
          <LeegStaat titel="Niets gevonden" actie={<Knop onPress={wis}>Wis de filters</Knop>}>
            Er is geen stakeholder die hieraan voldoet.
          </LeegStaat>
        ) : alsTabel ? (
          <Kaarttabel
            rijen={getoond.map((stakeholder) => ({ stakeholder, vak: plek.get(stakeholder.id)! }))}
            groepen={groepen}
            acties={acties}
            isNu={isNu}
            isOnzeker={isOnzeker}
            verplaats={verplaats}
          />
        ) : (
          <>
            <Legenda isNu={isNu} magSlepen={!!verplaats} />
            <Kaart
              indeling={indeling}
              groepen={groepen}
              stakeholders={opId}
              vakken={plek}
              zichtbaar={new Set(getoond.map(({ id }) => id))}
              isOnzeker={isOnzeker}
              isNu={isNu}
              verplaats={verplaats}
              gekozen={gekozen}
              bezigen={bezigen}
              verschillen={verschillen}
              opSleep={(id) => (id ? meldBezig("SLEEPT", id) : meldBezig("KIJKT"))}
            />
          </>
        )}
        {antwoord && met && <Vergelijking van={String(met.jaar)} naar={naam} antwoord={antwoord} />}
        {isNu && <VanDeKaart stakeholders={stakeholders} mag={magBeheren} />}
      </div>
      {gekozen && (
        <StakeholderPaneel
          key={gekozen}
          stakeholder={opId.get(gekozen)}
          actie={acties.get(gekozen)}
          groepen={groepen}
          verplaats={doeVerplaats}
          meldBezig={meldBezig}
          opSluit={() => void ga({ pathname: "/organisatie/kaart", search }, { preventScrollReset: true })}
        />
      )}
      {nieuw && <NieuweStakeholder groepen={groepen} opSluit={() => zetNieuw(false)} />}
    </div>
  );
}
