import {
  IconArchive,
  IconChevronDown,
  IconFilterOff,
  IconLayoutKanban,
  IconList,
  IconPlus,
} from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { Knop } from "~/ui/Knop";
import { Menu } from "~/ui/Menu";
import { Zoekveld } from "~/ui/Zoekveld";
import { Weergaven } from "~/features/weergaven/Weergaven";
import { useTraject } from "../kader/trajecten";
import { BANEN, BANEN_NAAM, type Banen } from "./banen";
import { GEEN, type Filters } from "./filters";
import { KOLOMSOORTEN, leesVolgorde, schrijfVolgorde, VOLGORDEN } from "./lijst";
import stijl from "./Filterbalk.module.css";

/** The tasks of a board as columns of cards, or as rows. */
export type Vorm = "bord" | "lijst";

type Optie = { id: string; naam: string };
type KeuzeProps = {
  naam: string;
  alle: string;
  opties: Optie[];
  waarde: string;
  opKies: (id: string) => void;
};
const ALLE = "alle";

/** A filter as a button that says what it is set to. */
export function Filterkeuze({ naam, alle, opties, waarde, opKies }: KeuzeProps) {
  const gekozen = opties.find(({ id }) => id === waarde);
  return (
    <Menu
      naam={naam}
      knop={
        <Knop aan={!!waarde}>
          {naam}: {gekozen?.naam ?? (waarde ? "onbekend" : alle)}
          <IconChevronDown size={16} aria-hidden />
        </Knop>
      }
      regels={[{ id: ALLE, naam: alle }, ...opties].map((optie) => {
        const nu = optie.id === (waarde || ALLE);
        return { id: optie.id, naam: nu ? `✓ ${optie.naam}` : optie.naam, tekst: optie.naam, gekozen: nu };
      })}
      opKies={(id) => opKies(id === ALLE ? "" : id)}
    />
  );
}

type LijstkeuzesProps = Pick<Props, "filters" | "zet" | "volgorde" | "zetVolgorde">;

/** What one chooses of a list and not of a board, where the columns show it. */
export function Lijstkeuzes({ filters, zet, volgorde, zetVolgorde }: LijstkeuzesProps) {
  const { op, af } = leesVolgorde(volgorde);
  return (
    <>
      <Filterkeuze
        naam="Stand"
        alle="alle"
        opties={KOLOMSOORTEN}
        waarde={filters.kolomsoort}
        opKies={(id) => zet("kolomsoort", id)}
      />
      <Filterkeuze
        naam="Volgorde"
        alle="vervaldatum"
        opties={VOLGORDEN.slice(1)}
        waarde={op === "vervaldatum" ? "" : op}
        opKies={(id) => zetVolgorde(id === "" ? "" : schrijfVolgorde({ op: id, af }))}
      />
    </>
  );
}

type TaakkeuzesProps = Pick<Props, "filters" | "zet" | "gemeenten" | "eigenaren">;
const zonder = (naam: string) => ({ id: GEEN, naam });

/** Which tasks one wants to see, wherever they stand. */
export function Taakkeuzes({ filters, zet, gemeenten, eigenaren }: TaakkeuzesProps) {
  const schakel = (naam: "mij" | "laat") => () => zet(naam, filters[naam] ? "" : "1");
  return (
    <>
      <Filterkeuze
        naam="Gemeente"
        alle="alle"
        opties={gemeenten}
        waarde={filters.gemeente}
        opKies={(id) => zet("gemeente", id)}
      />
      <Filterkeuze
        naam="Eigenaar"
        alle="iedereen"
        opties={[...eigenaren, zonder("zonder eigenaar")]}
        waarde={filters.eigenaar}
        opKies={(id) => zet("eigenaar", id)}
      />
      <Knop aan={!!filters.mij} onPress={schakel("mij")}>
        Van mij
      </Knop>
      <Knop aan={!!filters.laat} onPress={schakel("laat")}>
        Te laat
      </Knop>
    </>
  );
}

type Props = {
  filters: Filters;
  zet: (naam: keyof Filters, waarde: string) => void;
  wis: () => void;
  actief: boolean;
  banen: Banen;
  zetBanen: (banen: Banen) => void;
  vorm: Vorm;
  zetVorm: (vorm: Vorm) => void;
  volgorde: string;
  zetVolgorde: (volgorde: string) => void;
  functies: Optie[];
  gemeenten: Optie[];
  eigenaren: Optie[];
  /** What is counted, in words. */
  telling: string;
  archief: number;
  opArchief: () => void;
  opNieuw: (() => void) | undefined;
};

export function Filterbalk(props: Props) {
  const { filters, zet, wis, actief, banen, zetBanen, vorm, zetVorm, telling, opNieuw } = props;
  const { adres } = useTraject();
  const [zoek, zetZoek] = useState(filters.zoek);
  const [gezien, zetGezien] = useState(filters.zoek);
  // The address changed by something else than typing: a link, "wis filters", back.
  if (gezien !== filters.zoek) {
    zetGezien(filters.zoek);
    zetZoek(filters.zoek);
  }
  useEffect(() => {
    if (zoek === filters.zoek) return;
    const klok = setTimeout(() => {
      zetGezien(zoek);
      zet("zoek", zoek);
    }, 200);
    return () => clearTimeout(klok);
  }, [zoek, filters.zoek, zet]);

  return (
    <div className={`${stijl.balk} niet-afdrukken`}>
      {opNieuw && (
        <Knop soort="vol" onPress={opNieuw}>
          <IconPlus size={18} aria-hidden />
          Nieuwe taak
        </Knop>
      )}
      <div role="group" aria-label="Vorm" className={stijl.filters}>
        <Knop aan={vorm === "bord"} onPress={() => zetVorm("bord")}>
          <IconLayoutKanban size={17} aria-hidden />
          Bord
        </Knop>
        <Knop aan={vorm === "lijst"} onPress={() => zetVorm("lijst")}>
          <IconList size={17} aria-hidden />
          Lijst
        </Knop>
      </div>
      <div role="group" aria-label="Filters" className={stijl.filters}>
        {vorm === "bord" && (
          <Menu
            naam="Banen"
            knop={
              <Knop aan={banen !== "geen"}>
                Banen: {BANEN_NAAM[banen]}
                <IconChevronDown size={16} aria-hidden />
              </Knop>
            }
            regels={BANEN.map((id) => ({
              id,
              naam: id === banen ? `✓ ${BANEN_NAAM[id]}` : BANEN_NAAM[id],
              tekst: BANEN_NAAM[id],
              gekozen: id === banen,
            }))}
            opKies={(id) => zetBanen(id as Banen)}
          />
        )}
        {vorm === "lijst" && (
          <Lijstkeuzes
            filters={filters}
            zet={zet}
            volgorde={props.volgorde}
            zetVolgorde={props.zetVolgorde}
          />
        )}
        <Filterkeuze
          naam="Functie"
          alle="alle"
          opties={[...props.functies, zonder("zonder functie")]}
          waarde={filters.functie}
          opKies={(id) => zet("functie", id)}
        />
        <Taakkeuzes filters={filters} zet={zet} gemeenten={props.gemeenten} eigenaren={props.eigenaren} />
      </div>
      <div className={stijl.zoek}>
        <Zoekveld label="Zoek in taken" waarde={zoek} opWijzig={zetZoek} />
      </div>
      {actief && (
        <Knop soort="stil" onPress={wis}>
          <IconFilterOff size={18} aria-hidden />
          Wis filters
        </Knop>
      )}
      <Weergaven pagina={adres("takenbord")} zonder={["stand"]} />
      <p className={stijl.telling} role="status">
        {telling}
      </p>
      <Knop soort="stil" onPress={props.opArchief}>
        <IconArchive size={18} aria-hidden />
        Archief ({props.archief})
      </Knop>
    </div>
  );
}
