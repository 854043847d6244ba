import { IconClock, IconCompass, IconSearch } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { useQuery } from "urql";
import { useIk } from "~/features/account/ik";
import { useVertraagd } from "~/lib/vertraagd";
import { Palet, type Paletgroep, type Paletregel } from "~/ui/Palet";
import { Delen } from "./Delen";
import { NietsGevonden } from "./NietsGevonden";
import { passendePaginas } from "./paginas";
import { leesRecent, onthoud, type Recent } from "./recent";
import { perSoort, resultaatAdres, SOORT } from "./soorten";
import { platteTekst, ZoekQuery, type Resultaat } from "./zoekVraag";
import stijl from "./Zoeken.module.css";

const HOOGSTENS = 24;

function useGevonden(tekst: string) {
  const rustig = useVertraagd(tekst, 120);
  const [{ data, error, fetching }] = useQuery({
    query: ZoekQuery,
    variables: { tekst: rustig, first: HOOGSTENS },
    pause: rustig === "",
    requestPolicy: "network-only",
  });
  // Until the answer to this is there, what was found before stays: the list does not jump at each letter.
  const gevonden = tekst === "" ? undefined : data?.zoek;
  return { gevonden, klaar: rustig === tekst && !fetching, mislukt: !!error && !fetching };
}

const vanResultaat = (resultaat: Resultaat): Paletregel => {
  const [Icoon, een] = SOORT[resultaat.soort];
  const titel = platteTekst(resultaat.titel);
  return {
    id: resultaatAdres(resultaat),
    tekst: titel,
    inhoud: (
      <>
        <Icoon size={18} aria-hidden className={stijl.icoon} />
        <span className={stijl.titel}>
          <Delen delen={resultaat.titel} />
          {resultaat.voorbij && <span className={stijl.voorbij}>afgerond</span>}
        </span>
        <span className={stijl.bij}>
          {een}
          {resultaat.bij && resultaat.bij !== titel && ` · ${resultaat.bij}`}
        </span>
        {resultaat.fragment.some(({ raak }) => raak) && (
          <span className={stijl.fragment}>
            <Delen delen={resultaat.fragment} />
          </span>
        )}
      </>
    ),
  };
};

/** A page, or where one was before. */
const vanPlek = ({ soort, titel, adres }: Recent): Paletregel => {
  const Icoon = soort === "PAGINA" ? IconCompass : SOORT[soort][0];
  return {
    id: adres,
    tekst: titel,
    inhoud: (
      <>
        <Icoon size={18} aria-hidden className={stijl.icoon} />
        <span className={stijl.titel}>{titel}</span>
        <span className={stijl.bij}>{soort === "PAGINA" ? "pagina" : SOORT[soort][1]}</span>
      </>
    ),
  };
};

/** Each page once, where it stands first. */
function zonderDubbele(groepen: Paletgroep[]): Paletgroep[] {
  const gezien = new Set<string>();
  const eerste = ({ id }: Paletregel) => !gezien.has(id) && !!gezien.add(id);
  return groepen
    .map((groep) => ({ ...groep, regels: groep.regels.filter(eerste) }))
    .filter(({ regels }) => regels.length > 0);
}

function Leeg({ tekst, klaar, mislukt }: { tekst: string; klaar: boolean; mislukt: boolean }) {
  if (mislukt) {
    return <p role="alert">Zoeken lukt nu niet: de hub is niet bereikbaar. Probeer het zo opnieuw.</p>;
  }
  if (tekst === "") {
    return <p>Zoek een gemeente, persoon, gremium, taak, afspraak, besluit of een woord uit een tekst.</p>;
  }
  return klaar ? <NietsGevonden tekst={tekst} /> : <p>Bezig met zoeken…</p>;
}

type Props = { getypt: string; opTyp: (tekst: string) => void; opSluit: () => void };

/** Search from anywhere. */
export function Zoekpalet({ getypt, opTyp, opSluit }: Props) {
  const ga = useNavigate();
  const { persoon } = useIk();
  const tekst = getypt.trim();
  const { gevonden, klaar, mislukt } = useGevonden(tekst);
  const recent = tekst ? [] : leesRecent(persoon.id);
  const paginas = tekst ? passendePaginas(tekst) : [];
  const nodes = gevonden?.nodes ?? [];

  const groepen = zonderDubbele([
    {
      id: "recent",
      kop: (
        <>
          <IconClock size={14} aria-hidden /> Waar je laatst was
        </>
      ),
      regels: recent.map(vanPlek),
    },
    ...perSoort(nodes).map(([soort, resultaten]) => ({
      id: soort,
      kop: SOORT[soort][2],
      regels: resultaten.map(vanResultaat),
    })),
    { id: "paginas", kop: "Pagina’s", regels: paginas.map(vanPlek) },
    {
      id: "alles",
      regels:
        nodes.length > 0
          ? [
              {
                id: `/zoeken?q=${encodeURIComponent(tekst)}`,
                tekst: "Alle resultaten",
                inhoud: (
                  <>
                    <IconSearch size={18} aria-hidden className={stijl.icoon} />
                    <span className={stijl.titel}>
                      {gevonden?.totaal === 1
                        ? "Toon dit op een eigen pagina"
                        : `Toon alle ${gevonden?.totaal} op een eigen pagina`}
                    </span>
                  </>
                ),
              },
            ]
          : [],
    },
  ]);

  const kies = (adres: string) => {
    const resultaat = nodes.find((een) => resultaatAdres(een) === adres);
    const plek: Recent | undefined = resultaat
      ? { soort: resultaat.soort, titel: platteTekst(resultaat.titel), adres }
      : [...paginas, ...recent].find((een) => een.adres === adres);
    if (plek) onthoud(persoon.id, plek);
    opSluit();
    void ga(adres);
  };

  return (
    <Palet
      titel="Zoeken in de hub"
      plaatshouder="Zoek in alles"
      getypt={getypt}
      opTyp={opTyp}
      groepen={groepen}
      boven={
        gevonden?.bedoeld && (
          <p className={stijl.bedoeld}>
            Gezocht op <b>{gevonden.bedoeld}</b>
          </p>
        )
      }
      leeg={<Leeg tekst={tekst} klaar={klaar} mislukt={mislukt} />}
      opKies={kies}
      opSluit={opSluit}
    />
  );
}
