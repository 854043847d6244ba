import { IconDownload, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { useIk } from "~/features/account/ik";
import { useFilters } from "~/lib/adres";
import { bewaarBestand } from "~/lib/bestand";
import { Filterbalk } from "~/ui/Filterbalk";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { useStand } from "../kader/stand";
import { usePlek, useTraject } from "../kader/trajecten";
import { OnbekendDeel, TrajectPagina, TrajectStaat } from "../kader/TrajectPagina";
import { NieuwPunt } from "./NieuwPunt";
import { PuntPaneel } from "./PuntPaneel";
import { FILTERS, nota, perThema, STAND, VERWERKING, type Besluit, type Punt } from "./register";
import { useRegister } from "./useRegister";
import stijl from "./Zienswijzen.module.css";

const STANDEN = [
  { id: "ONTVANGEN", naam: "Nog geen antwoord" },
  { id: "BEANTWOORD", naam: "Beantwoord" },
  { id: "VERWERKT", naam: "Terug naar de raad" },
  { id: "TERUGGEKOPPELD", naam: "Teruggekoppeld" },
  { id: "INGETROKKEN", naam: "Ingetrokken" },
];

export function ZienswijzenPagina() {
  const { "*": deel = "" } = useParams();
  const { besluit, ...vraag } = useRegister();
  if (!/^$|^punt\/[^/]+$/.test(deel)) {
    return <OnbekendDeel titel="Zienswijzen" pagina="zienswijzen" naar="Naar de zienswijzen" />;
  }
  if (besluit) return <Register besluit={besluit} gekozen={deel.split("/")[1]} />;
  return (
    <TrajectStaat
      titel="Zienswijzen"
      vraag={vraag}
      gebeurd="De zienswijzen konden niet geladen worden."
      skelet={{ regels: 8, hoogte: "4rem" }}
      leeg={
        <LeegStaat titel="Nog geen besluit">
          Zienswijzen horen bij een besluit. Wie de hub beheert, legt het vast op de server met de opdracht{" "}
          <code>samenspel feiten</code>.
        </LeegStaat>
      }
    />
  );
}

function Register({ besluit, gekozen }: { besluit: Besluit; gekozen: string | undefined }) {
  const { bereik, adres } = useTraject();
  const { bevoegdheden } = useIk();
  const { filters, zet, wis, actief } = useFilters(...FILTERS);
  const { search } = useLocation();
  const ga = useNavigate();
  const { bezigen, meldBezig, personen } = usePlek(`zienswijzen:${besluit.id}`);
  const [nieuw, zetNieuw] = useState(false);
  const themas = perThema(besluit.zienswijzepunten, filters);
  const aantal = themas.reduce((som, [, punten]) => som + punten.length, 0);
  const stand = useStand();
  const mag = stand ? undefined : bevoegdheden.find(({ recht }) => recht === "BesluitInvullen");
  const eigen = mag?.gemeenten.length ? mag.gemeenten : besluit.gemeenten;
  const knop = mag && (
    <Knop soort="vol" onPress={() => zetNieuw(true)}>
      <IconPlus size={17} aria-hidden />
      Nieuw punt
    </Knop>
  );
  return (
    <TrajectPagina vol titel="Zienswijzen" aanwezigen={{ naam: "Nu bij deze zienswijzen", personen }}>
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <p className={stijl.stil}>
            {besluit.naam}: wat de raden zeiden, wat het antwoord is, wat het met de tekst doet, en of de raad
            dat weet.
          </p>
          <Filterbalk
            actief={actief}
            opWis={wis}
            telling={aantal === 1 ? "1 punt" : `${aantal} punten`}
            actie={
              <>
                <Knop
                  onPress={() =>
                    bewaarBestand("nota-van-zienswijzen.md", "text/markdown", nota(besluit, themas))
                  }
                  isDisabled={aantal === 0}
                >
                  <IconDownload size={17} aria-hidden />
                  Nota opslaan
                </Knop>
                {knop}
              </>
            }
          >
            {STANDEN.map(({ id, naam }) => (
              <Knop
                key={id}
                aan={filters.stand === id}
                onPress={() => zet("stand", filters.stand === id ? null : id)}
              >
                {naam}
              </Knop>
            ))}
          </Filterbalk>
          {aantal === 0 &&
            (actief ? (
              <LeegStaat titel="Geen punten bij deze filters" actie={<Knop onPress={wis}>Wis filters</Knop>}>
                Er is geen punt dat past bij wat je gekozen hebt.
              </LeegStaat>
            ) : (
              <LeegStaat titel="Nog geen zienswijzen" actie={knop}>
                Zodra een raad iets zegt over dit besluit, schrijf je dat hier op.
              </LeegStaat>
            ))}
          {themas.map(([thema, punten]) => (
            <Vak key={thema} titel={thema} bij={punten.length}>
              <ul className={stijl.lijst}>
                {punten.map((punt) => (
                  <Regel
                    key={punt.id}
                    punt={punt}
                    search={search}
                    gekozen={gekozen === punt.id}
                    bezige={bezigen.get(punt.id)?.naam}
                  />
                ))}
              </ul>
            </Vak>
          ))}
        </div>
        {gekozen && (
          <PuntPaneel
            key={gekozen}
            punt={besluit.zienswijzepunten.find(({ id }) => id === gekozen)}
            bereik={bereik}
            meldBezig={meldBezig}
            opSluit={() => void ga({ pathname: adres("zienswijzen"), search }, { preventScrollReset: true })}
          />
        )}
      </div>
      {nieuw && (
        <NieuwPunt besluit={besluit.id} gemeenten={eigen} bereik={bereik} opSluit={() => zetNieuw(false)} />
      )}
    </TrajectPagina>
  );
}

function Regel({
  punt,
  search,
  gekozen,
  bezige,
}: {
  punt: Punt;
  search: string;
  gekozen: boolean;
  bezige: string | undefined;
}) {
  const { adres } = useTraject();
  const [soort, woord] = STAND[punt.stand];
  return (
    <li className={stijl.punt} data-gekozen={gekozen || undefined}>
      <div className={stijl.kop}>
        <Link to={{ pathname: adres("zienswijzen", `punt/${punt.id}`), search }} preventScrollReset>
          Raad van {punt.gemeente.naam}
          <span className="alleen-voorlezen"> over {punt.thema}</span>
        </Link>
        <Status soort={soort}>{woord}</Status>
        {bezige && <span className={stijl.bezige}>{bezige} is hier bezig</span>}
      </div>
      <p className={stijl.tekst}>{punt.punt}</p>
      <dl>
        <div>
          <dt>Antwoord</dt>
          <dd>{punt.antwoord || "nog geen antwoord"}</dd>
        </div>
        <div>
          <dt>Tekst</dt>
          <dd>{punt.tekstwijziging || VERWERKING[punt.verwerking].toLowerCase()}</dd>
        </div>
      </dl>
    </li>
  );
}
