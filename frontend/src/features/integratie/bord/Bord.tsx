import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { Status } from "~/ui/Status";
import { ZwevendMenu } from "~/ui/ZwevendMenu";
import type { Baan } from "./banen";
import { Cel, STATUS, type Gedeeld } from "./Cel";
import type { Bezige } from "../bezigen";
import { useSleepBord } from "./sleep";
import type { BordGegevens } from "./useBord";
import type { Verplaats } from "./useVerplaats";
import { alsId, doelVan, TOETS, vanId, type Stap } from "./verplaatsmenu";
import { onderWelke, type Kolommen } from "./volgorde";
import stijl from "./Bord.module.css";

type Props = {
  bord: BordGegevens;
  /** The whole board with what is under way, and the part of it that is shown. */
  kolommen: Kolommen;
  banen: Baan[];
  metFunctie: boolean;
  /** What a lane is, to say why a card does not stay in another one. */
  baanSoort: string;
  vandaag: string;
  gekozen: string | undefined;
  bezigen: ReadonlyMap<string, Bezige>;
  verplaats: Verplaats;
  opSleep: (taak: string | null) => void;
  /** Does the board scroll by itself, because there is no room for all columns? */
  rolt: boolean;
};

export function Bord(props: Props) {
  const {
    bord,
    kolommen,
    banen,
    metFunctie,
    baanSoort,
    vandaag,
    gekozen,
    bezigen,
    verplaats,
    opSleep,
    rolt,
  } = props;
  const rooster = useRef<HTMLDivElement>(null);
  const ga = useNavigate();
  const [menu, zetMenu] = useState<{ taak: string; knop: HTMLElement } | null>(null);
  const [terugNaar, zetTerugNaar] = useState<{ taak: string; wat: "a" | "button" } | null>(null);
  const taken = useMemo(
    () => new Map([...kolommen.values()].flatMap((lijst) => lijst.map((taak) => [taak.id, taak]))),
    [kolommen],
  );
  const opMenu = useCallback((taak: string, knop: HTMLElement) => zetMenu({ taak, knop }), []);
  const gedeeld = useMemo<Gedeeld>(
    () => ({
      vandaag,
      metFunctie,
      opMenu,
      gereed: new Set(bord.kolommen.filter(({ soort }) => soort === "GEREED").map(({ id }) => id)),
    }),
    [vandaag, metFunctie, opMenu, bord.kolommen],
  );

  useSleepBord(
    rooster,
    ({ taak: id, kolom, baan, bij }) => {
      const taak = taken.get(id);
      if (!taak) return;
      const eigen = banen.find(({ cellen }) => cellen.get(taak.kolom.id)?.some((kaart) => kaart.id === id));
      const zichtbaar = banen.find((een) => een.id === baan)?.cellen.get(kolom) ?? [];
      const elders = eigen && eigen.id !== baan;
      verplaats(
        taak,
        kolom,
        onderWelke(kolommen, id, { kolom, bij, zichtbaar }),
        elders
          ? `De taak blijft in de baan ‘${eigen.naam}’. Open de taak om ${baanSoort} te wijzigen.`
          : undefined,
      );
    },
    opSleep,
    rolt,
  );

  const zetStap = (stap: Stap, id: string, wat: "a" | "button") => {
    const taak = taken.get(id);
    const doel = taak && doelVan(stap, taak, kolommen, bord.kolommen);
    if (!doel) return;
    verplaats(taak, doel.kolom, doel.na);
    zetTerugNaar({ taak: id, wat });
  };
  // The card is drawn anew in its new cell: bring the focus back to it, also after the menu gave it away.
  useEffect(() => {
    if (!terugNaar) return;
    const haalTerug = () => {
      const kaart = rooster.current?.querySelector(`[data-taak="${CSS.escape(terugNaar.taak)}"]`);
      if (!kaart || kaart.contains(document.activeElement)) return;
      kaart.querySelector<HTMLElement>(terugNaar.wat)?.focus();
    };
    haalTerug();
    const klok = setTimeout(haalTerug, 120);
    return () => clearTimeout(klok);
  }, [terugNaar]);

  const opToets = (toets: React.KeyboardEvent) => {
    const kaart = (toets.target as HTMLElement).closest<HTMLElement>("[data-taak]");
    const stap = toets.shiftKey && !toets.altKey && !toets.ctrlKey && TOETS[toets.key];
    if (!kaart || !stap || !taken.get(kaart.dataset.taak!)?.magWijzigen) return;
    toets.preventDefault();
    zetStap(stap, kaart.dataset.taak!, "a");
  };
  const opKlik = (klik: React.MouseEvent) => {
    const link = (klik.target as HTMLElement).closest("a");
    if (!link || klik.button !== 0 || klik.metaKey || klik.ctrlKey || klik.shiftKey || klik.altKey) return;
    klik.preventDefault();
    void ga({ pathname: link.pathname, search: location.search }, { preventScrollReset: true });
  };

  const gekozenMenu = menu ? taken.get(menu.taak) : undefined;
  const metKoppen = banen.some(({ naam }) => naam !== "");
  return (
    // The links and buttons inside are operable by themselves; here their clicks and keys come together.
    <div
      ref={rooster}
      className={`${stijl.rooster} ${metKoppen ? "" : stijl.zonderBanen}`}
      style={{ "--kolommen": bord.kolommen.length } as React.CSSProperties}
      onKeyDown={opToets}
      onClick={opKlik}
    >
      {banen.map((baan) => (
        <BaanRij
          key={baan.id}
          baan={baan}
          kolommen={bord.kolommen}
          gekozen={gekozen}
          bezigen={bezigen}
          gedeeld={gedeeld}
        />
      ))}
      <ZwevendMenu
        naam="Verplaats naar"
        anker={gekozenMenu ? menu!.knop : null}
        opSluit={() => zetMenu(null)}
        opKies={(id) => menu && zetStap(vanId(id), menu.taak, "button")}
        regels={gekozenMenu ? regelsVoor(gekozenMenu, bord, kolommen) : []}
      />
    </div>
  );
}

function BaanRij({
  baan,
  kolommen,
  ...rest
}: {
  baan: Baan;
  kolommen: BordGegevens["kolommen"];
  gekozen: string | undefined;
  bezigen: ReadonlyMap<string, Bezige>;
  gedeeld: Gedeeld;
}) {
  return (
    <>
      {baan.naam && (
        <h2 className={stijl.baan}>
          {baan.naam}{" "}
          <small>
            {[baan.aantal === 1 ? "1 taak" : `${baan.aantal} taken`, baan.uitleg].filter(Boolean).join(" · ")}
          </small>
        </h2>
      )}
      {kolommen.map((kolom) => (
        <Cel
          key={kolom.id}
          kolom={kolom}
          baan={baan.id}
          niveau={baan.naam ? "h3" : "h2"}
          naamVanBaan={baan.naam}
          taken={baan.cellen.get(kolom.id) ?? GEEN_TAKEN}
          {...rest}
        />
      ))}
    </>
  );
}
const GEEN_TAKEN: never[] = [];

const STAPPEN: [Stap, string][] = [
  [{ naar: "omhoog" }, "Eén plaats omhoog (Shift + ↑)"],
  [{ naar: "omlaag" }, "Eén plaats omlaag (Shift + ↓)"],
  [{ naar: "boven" }, "Bovenaan deze kolom"],
  [{ naar: "onder" }, "Onderaan deze kolom"],
];
function regelsVoor(taak: Parameters<typeof doelVan>[1], bord: BordGegevens, kolommen: Kolommen) {
  const naarKolom = bord.kolommen
    .filter(({ id }) => id !== taak.kolom.id)
    .map(({ id, naam, soort }) => ({
      id: alsId({ naar: "kolom", kolom: id }),
      naam: <Status soort={STATUS[soort]}>{naam}</Status>,
      tekst: naam,
    }));
  const binnen = STAPPEN.filter(([stap]) => doelVan(stap, taak, kolommen, bord.kolommen) !== null);
  return [...naarKolom, ...binnen.map(([stap, naam]) => ({ id: alsId(stap), naam }))];
}
