import { useDeferredValue, useMemo, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useIk } from "~/features/account/ik";
import { useFilters } from "~/lib/adres";
import { useMedia } from "~/lib/media";
import { useVandaag } from "~/lib/vandaag";
import { useOnderweg } from "~/realtime/onderweg";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { isBanen, verdeel, type Banen } from "./bord/banen";
import { Bord } from "./bord/Bord";
import { Bordlijst } from "./bord/Bordlijst";
import { Filterbalk } from "./bord/Filterbalk";
import { eigenarenVan, FILTERS, isTeLaat, maakFilter } from "./bord/filters";
import { pastBijSoort } from "./bord/lijst";
import { type BordGegevens } from "./bord/useBord";
import { type Meld } from "./bord/useMeldBezig";
import { useVerplaats, type Verplaats } from "./bord/useVerplaats";
import { metOnderweg, perKolom, type Kaart, type Kolommen } from "./bord/volgorde";
import { useStand } from "./kader/stand";
import { usePlek, useTraject } from "./kader/trajecten";
import { TrajectPagina } from "./kader/TrajectPagina";
import { useGemeenten } from "./keuzes";
import { Archief } from "./taak/Archief";
import { NieuweTaak } from "./taak/NieuweTaak";
import { TaakPaneel } from "./taak/TaakPaneel";
import stijl from "./bord/Bord.module.css";

/** What the panel beside the board needs of it. */
export type Omgeving = {
  bord: BordGegevens;
  kolommen: Kolommen;
  verplaats: Verplaats;
  meldBezig: Meld;
  bereik: string;
  magMaken: boolean;
};

const aantalTaken = (n: number) => (n === 1 ? "1 taak" : `${n} taken`);

export function Takenbord({ bord, deel }: { bord: BordGegevens; deel: string }) {
  const { persoon, bevoegdheden } = useIk();
  const { adres, bereik, sleutel, naam } = useTraject();
  const traject = useMemo(() => ({ sleutel, naam }), [sleutel, naam]);
  const gekozen = deel.split("/")[1];
  const archief = deel === "archief";
  const { search } = useLocation();
  const ga = useNavigate();
  const { filters, zet, wis } = useFilters(...FILTERS);
  const { filters: weergave, zet: zetWeergave } = useFilters("banen", "vorm", "volgorde");
  const vorm = weergave.vorm === "lijst" ? "lijst" : "bord";
  // On the board the columns show where a task stands: all of them.
  const soort = vorm === "lijst" ? filters.kolomsoort : "";
  const actief = FILTERS.some((naam) => (naam === "kolomsoort" ? soort : filters[naam]) !== "");
  const telefoon = useMedia("(max-width: 48rem)");
  const banen: Banen = isBanen(weergave.banen) ? weergave.banen : telefoon ? "geen" : "functie";
  const metPaneel = archief || !!gekozen;
  const breed = useMedia("(min-width: 80rem)");
  const stand = useStand();
  const nu = useVandaag();
  const vandaag = stand ?? nu;
  const onderweg = useOnderweg();
  const { gemeenten } = useGemeenten();
  const { bezigen, meldBezig, personen } = usePlek(bord.id);
  const [nieuw, zetNieuw] = useState(false);

  const gelezen = useMemo(() => perKolom(bord.taken), [bord.taken]);
  const kolommen = useMemo(() => metOnderweg(gelezen, onderweg), [gelezen, onderweg]);
  const volgorde = useMemo(() => bord.kolommen.map(({ id }) => id), [bord.kolommen]);
  const verplaats = useVerplaats(bord, kolommen);

  const soorten = useMemo(() => {
    const van = (soort: string) =>
      new Set(bord.kolommen.filter((kolom) => kolom.soort === soort).map(({ id }) => id));
    return { gereed: van("GEREED"), wacht: van("WACHT") };
  }, [bord.kolommen]);
  // Drawing many cards may wait for what is typed; a card that moves may not.
  const zoekSleutel = useDeferredValue(JSON.stringify(filters));
  const zichtbaar = useMemo(() => {
    const past = maakFilter(JSON.parse(zoekSleutel) as typeof filters, {
      ik: persoon.id,
      gereed: soorten.gereed,
      vandaag,
    });
    const toont = (id: string) => {
      const kolom = bord.kolommen.find((een) => een.id === id);
      return !!kolom && pastBijSoort(soort, kolom);
    };
    return new Map([...kolommen].map(([kolom, lijst]) => [kolom, toont(kolom) ? lijst.filter(past) : []]));
  }, [kolommen, zoekSleutel, persoon.id, soorten, vandaag, bord.kolommen, soort]);
  const rijen = useMemo(
    () => verdeel(zichtbaar, volgorde, banen, bord.traject.functies),
    [zichtbaar, volgorde, banen, bord.traject.functies],
  );
  const telling = useMemo(() => {
    const alle = [...zichtbaar.values()].flat();
    const totaal = [...kolommen.values()].reduce((som, lijst) => som + lijst.length, 0);
    const tel = (past: (taak: Kaart) => boolean) => alle.filter(past).length;
    const laat = tel((taak) => isTeLaat(taak, soorten.gereed, vandaag));
    const wacht = tel((taak) => soorten.wacht.has(taak.kolom.id));
    return {
      totaal,
      getoond: alle.length,
      tekst: [
        alle.length === totaal ? aantalTaken(totaal) : `${alle.length} van ${aantalTaken(totaal)}`,
        `${laat} te laat`,
        wacht === 1 ? "1 wacht" : `${wacht} wachten`,
      ].join(" · "),
    };
  }, [zichtbaar, kolommen, soorten, vandaag]);
  const eigenaren = useMemo(() => eigenarenVan(bord.taken), [bord.taken]);

  const magMaken = !stand && bevoegdheden.some(({ recht }) => recht === "TaakMaken");
  const omgeving: Omgeving = {
    bord,
    kolommen,
    verplaats,
    meldBezig,
    bereik,
    magMaken,
  };
  const naarBord = () => void ga({ pathname: adres("takenbord"), search }, { preventScrollReset: true });
  return (
    <TrajectPagina vol titel="Takenbord" aanwezigen={{ naam: "Nu op dit bord", personen }}>
      <div className={`${stijl.vlak} ${metPaneel ? stijl.metPaneel : ""}`}>
        <div className={stijl.midden}>
          <Filterbalk
            filters={filters}
            zet={zet}
            wis={wis}
            actief={actief}
            banen={banen}
            zetBanen={(nu) => zetWeergave("banen", nu)}
            vorm={vorm}
            zetVorm={(nu) => zetWeergave("vorm", nu === "lijst" ? nu : null)}
            volgorde={weergave.volgorde}
            zetVolgorde={(nu) => zetWeergave("volgorde", nu)}
            functies={bord.traject.functies}
            gemeenten={gemeenten}
            eigenaren={eigenaren}
            telling={telling.tekst}
            archief={bord.aantalGearchiveerd}
            opArchief={() =>
              void ga({ pathname: adres("takenbord", "archief"), search }, { preventScrollReset: true })
            }
            opNieuw={magMaken ? () => zetNieuw(true) : undefined}
          />
          {telling.getoond === 0 ? (
            <div className={stijl.leeg}>
              {telling.totaal === 0 ? (
                <LeegStaat
                  titel="Nog geen taken"
                  actie={magMaken && <Knop onPress={() => zetNieuw(true)}>Maak de eerste taak</Knop>}
                >
                  Op dit bord staat nog niets. Maak een taak en geef haar een eigenaar.
                </LeegStaat>
              ) : (
                <LeegStaat titel="Geen taken bij deze filters" actie={<Knop onPress={wis}>Wis filters</Knop>}>
                  Er zijn wel taken op dit bord, maar geen enkele past bij wat je gekozen hebt.
                </LeegStaat>
              )}
            </div>
          ) : vorm === "lijst" ? (
            <Bordlijst
              bord={bord}
              kolommen={kolommen}
              zichtbaar={zichtbaar}
              traject={traject}
              vandaag={vandaag}
              gekozen={gekozen}
              verplaats={verplaats}
            />
          ) : (
            <Bord
              bord={bord}
              kolommen={kolommen}
              banen={rijen}
              metFunctie={banen !== "functie"}
              baanSoort={banen === "functie" ? "de functie" : "de gemeenten"}
              vandaag={vandaag}
              gekozen={gekozen}
              bezigen={bezigen}
              verplaats={verplaats}
              rolt={metPaneel || !breed}
              opSleep={(taak) => (taak ? meldBezig("SLEEPT", taak) : meldBezig("KIJKT"))}
            />
          )}
        </div>
        {gekozen && <TaakPaneel key={gekozen} id={gekozen} omgeving={omgeving} opSluit={naarBord} />}
        {archief && <Archief omgeving={omgeving} opSluit={naarBord} />}
      </div>
      {nieuw && <NieuweTaak omgeving={omgeving} opSluit={() => zetNieuw(false)} />}
    </TrajectPagina>
  );
}
