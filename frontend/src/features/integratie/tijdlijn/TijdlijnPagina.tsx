import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import {
  GeplandBalken,
  GeplandTabel,
  geplandeDagen,
  useGepland,
} from "~/features/contracten/harmonisatie/Gepland";
import { useFilters } from "~/lib/adres";
import { datumTekst } from "~/lib/datum";
import { useMedia } from "~/lib/media";
import { Dialoog } from "~/ui/Dialoog";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Veld } from "~/ui/Veld";
import { dagen } from "../besluiten/woorden";
import { useMagHier, useStand } from "../kader/stand";
import { FasenPaneel } from "../fasen/FasenPaneel";
import { Fasen } from "../fasen/Fasestrip";
import { usePlek, useTraject } from "../kader/trajecten";
import { OnbekendDeel, TrajectPagina, TrajectStaat } from "../kader/TrajectPagina";
import { isZoom, maakAs, ZOOM, type Zoom } from "./as";
import { Balken, dagenVan } from "./Balken";
import { KalenderPaneel } from "./KalenderPaneel";
import { MijlpaalPaneel } from "./MijlpaalPaneel";
import { NieuweMijlpaal } from "./NieuweMijlpaal";
import { Tabelvorm } from "./Tabelvorm";
import { TerugPaneel } from "./TerugPaneel";
import type { Traject, Wens } from "./traject";
import { useTijdlijn, useVoorbeeld } from "./useTijdlijn";
import stijl from "./Tijdlijn.module.css";

const ZOOMNAAM: Record<Zoom, string> = {
  jaar: "Kwartalen",
  kwartaal: "Maanden",
  maand: "Ruim",
  week: "Weken",
};
const isDag = (tekst: string) => /^\d{4}-\d{2}-\d{2}$/.test(tekst) && !Number.isNaN(Date.parse(tekst));

const isBanen = (tekst: string): tekst is "gremium" | "regio" => tekst === "gremium" || tekst === "regio";

export function TijdlijnPagina() {
  const { "*": deel = "" } = useParams();
  const { filters } = useFilters("op");
  const op = isDag(filters.op) ? filters.op : null;
  const { traject, ...vraag } = useTijdlijn(op);
  if (!/^$|^kalender$|^fasen$|^terugplannen$|^mijlpaal\/[^/]+$/.test(deel)) {
    return <OnbekendDeel titel="Tijdlijn" pagina="tijdlijn" naar="Naar de tijdlijn" />;
  }
  if (traject && traject.prognose.mijlpalen.length > 0) {
    return <Tijdlijn traject={traject} op={op} gekozen={deel.split("/")[1]} deel={deel} />;
  }
  return (
    <TrajectStaat
      titel="Tijdlijn"
      vraag={vraag}
      gebeurd="De tijdlijn kon niet geladen worden."
      skelet={{ regels: 10, hoogte: "2.25rem" }}
      leeg={
        <LeegStaat titel="Nog geen mijlpalen">
          Er zijn nog geen mijlpalen vastgelegd. Wie de hub beheert, doet dat op de server met de opdracht{" "}
          <code>samenspel feiten</code>.
        </LeegStaat>
      }
    />
  );
}

function Tijdlijn({
  traject,
  op,
  gekozen,
  deel,
}: {
  traject: Traject;
  op: string | null;
  gekozen: string | undefined;
  deel: string;
}) {
  const { filters, zet } = useFilters("weergave", "zoom", "zonder", "met", "op", "banen", "harmonisatie");
  const metHarmonisatie = filters.harmonisatie === "ja";
  const gepland = useGepland(metHarmonisatie);
  const { search } = useLocation();
  const ga = useNavigate();
  const mag = useMagHier("PlanWijzigen");
  const stand = useStand();
  const smal = useMedia("(max-width: 48rem)");
  const { bereik, adres } = useTraject();
  const { personen } = usePlek(traject.id);
  const [wens, zetWens] = useState<Wens>();
  const [nieuw, zetNieuw] = useState(false);
  const mijnWens = wens?.id === gekozen ? wens : undefined;
  const { voorbeeld } = useVoorbeeld(mijnWens, op, bereik);
  const tabel = filters.weergave ? filters.weergave === "tabel" : smal;
  const zoom: Zoom = isZoom(filters.zoom) ? filters.zoom : "kwartaal";
  const metTermijnen = filters.zonder !== "termijnen";
  const metTaken = filters.met === "taken";
  const banen = isBanen(filters.banen) ? filters.banen : "";
  const { prognose } = traject;
  const dagenOpAs = [...dagenVan(traject, metTermijnen, metTaken, voorbeeld), ...geplandeDagen(gepland)];
  const as = maakAs(dagenOpAs, zoom);
  const uitloop = prognose.uitloop ?? 0;
  const naar = (pad: string) => void ga({ pathname: pad, search }, { preventScrollReset: true });
  return (
    <TrajectPagina vol titel="Tijdlijn" aanwezigen={{ naam: "Nu bij deze tijdlijn", personen }}>
      <div className={stijl.vlak}>
        <div className={stijl.midden}>
          <p className={stijl.stand} aria-live="polite">
            <Status soort={uitloop > 0 ? "fout" : "gereed"}>
              {uitloop > 0 ? `${dagen(uitloop)} later` : "op schema"}
            </Status>
            <span>
              {prognose.uitleg} Peildag {datumTekst(prognose.peildag)}.
            </span>
          </p>
          <Fasen
            fasen={prognose.fasen}
            tabel={tabel}
            actie={
              mag && (
                <Knop aan={deel === "fasen"} onPress={() => naar(adres("tijdlijn", "fasen"))}>
                  {prognose.fasen.length > 0 ? "Wijzig fasen" : "Deel in fasen in"}
                </Knop>
              )
            }
          />
          <div className={`${stijl.balkje} niet-afdrukken`} role="group" aria-label="Weergave">
            <Knop aan={!tabel} onPress={() => zet("weergave", "balken")}>
              Balken
            </Knop>
            <Knop aan={tabel} onPress={() => zet("weergave", "tabel")}>
              Tabel
            </Knop>
            {!tabel &&
              (Object.keys(ZOOM) as Zoom[]).map((een) => (
                <Knop key={een} soort="stil" aan={een === zoom} onPress={() => zet("zoom", een)}>
                  {ZOOMNAAM[een]}
                </Knop>
              ))}
            {!tabel && (
              <>
                <Knop aan={metTermijnen} onPress={() => zet("zonder", metTermijnen ? "termijnen" : null)}>
                  Termijnen
                </Knop>
                <Knop aan={metTaken} onPress={() => zet("met", metTaken ? null : "taken")}>
                  Taken
                </Knop>
                <Knop
                  aan={banen === "gremium"}
                  onPress={() => zet("banen", banen === "gremium" ? null : "gremium")}
                >
                  Per gremium
                </Knop>
                <Knop
                  aan={banen === "regio"}
                  onPress={() => zet("banen", banen === "regio" ? null : "regio")}
                >
                  Per regio
                </Knop>
              </>
            )}
            <Knop aan={metHarmonisatie} onPress={() => zet("harmonisatie", metHarmonisatie ? null : "ja")}>
              Harmonisatie
            </Knop>
            <Knop aan={deel === "kalender"} onPress={() => naar(adres("tijdlijn", "kalender"))}>
              Vergaderingen
            </Knop>
            {mag && (
              <Knop onPress={() => zetNieuw(true)}>
                <IconPlus size={17} aria-hidden />
                Nieuwe mijlpaal
              </Knop>
            )}
            {!stand && (
              <Knop aan={deel === "terugplannen"} onPress={() => naar(adres("tijdlijn", "terugplannen"))}>
                Terugplannen
              </Knop>
            )}
            <Veld
              label="Peildag"
              soort="datum"
              min="2014-01-01"
              value={prognose.peildag}
              onChange={(dag) => zet("op", dag)}
            />
            {op && (
              <Knop soort="stil" onPress={() => zet("op", null)}>
                Laatste peildag
              </Knop>
            )}
          </div>
          {tabel ? (
            <>
              <Tabelvorm traject={traject} />
              {metHarmonisatie && <GeplandTabel gepland={gepland} />}
            </>
          ) : (
            <>
              <Balken
                traject={traject}
                as={as}
                zoom={zoom}
                vandaag={prognose.peildag}
                gekozen={gekozen}
                voorbeeld={voorbeeld}
                wens={mijnWens}
                mag={mag}
                metTermijnen={metTermijnen}
                metTaken={metTaken}
                banen={banen}
                opWens={(nieuw) => {
                  zetWens(nieuw);
                  naar(adres("tijdlijn", `mijlpaal/${nieuw.id}`));
                }}
              >
                <GeplandBalken gepland={gepland} as={as} />
              </Balken>
              <ul className={stijl.legenda} aria-label="Uitleg van de balken">
                <li>
                  <i className={stijl.balk} data-kritiek /> kritiek pad
                </li>
                <li>
                  <i className={stijl.balk} /> heeft speling
                </li>
                <li>
                  <i className={stijl.balk} data-gereed /> gehaald
                </li>
                <li>
                  <i className={stijl.balk} data-laat /> later dan gepland
                </li>
                <li>
                  <i className={stijl.gepland} /> gepland
                </li>
                <li>
                  <i className={stijl.nieuw} /> na verplaatsen
                </li>
              </ul>
            </>
          )}
        </div>
        {nieuw && (
          <Dialoog titel="Nieuwe mijlpaal" open opSluit={() => zetNieuw(false)}>
            <NieuweMijlpaal
              traject={traject}
              mijlpalen={prognose.mijlpalen.map(({ mijlpaal }) => mijlpaal)}
              bereik={bereik}
              opKlaar={(id) => {
                zetNieuw(false);
                if (id) naar(adres("tijdlijn", `mijlpaal/${id}`));
              }}
            />
          </Dialoog>
        )}
        {deel === "fasen" && mag && (
          <FasenPaneel
            traject={traject}
            fasen={prognose.fasen}
            mijlpalen={prognose.mijlpalen.map(({ mijlpaal }) => mijlpaal)}
            bereik={bereik}
            opSluit={() => naar(adres("tijdlijn"))}
          />
        )}
        {deel === "kalender" && (
          <KalenderPaneel
            traject={traject}
            bereik={bereik}
            mag={mag}
            opSluit={() => naar(adres("tijdlijn"))}
          />
        )}
        {deel === "terugplannen" && !stand && (
          <TerugPaneel traject={traject} bereik={bereik} mag={mag} opSluit={() => naar(adres("tijdlijn"))} />
        )}
        {gekozen && (
          <MijlpaalPaneel
            key={gekozen}
            id={gekozen}
            traject={traject}
            bereik={bereik}
            mag={mag}
            wens={mijnWens}
            zetWens={zetWens}
            voorbeeld={voorbeeld}
            opSluit={() => {
              zetWens(undefined);
              naar(adres("tijdlijn"));
            }}
          />
        )}
      </div>
    </TrajectPagina>
  );
}
