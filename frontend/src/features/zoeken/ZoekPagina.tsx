import { useState } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import type { Zoeksoort } from "~/graphql/gen/graphql";
import { useFilters } from "~/lib/adres";
import { useVertraagd } from "~/lib/vertraagd";
import { Knop } from "~/ui/Knop";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Zoekveld } from "~/ui/Zoekveld";
import { Delen } from "./Delen";
import { NietsGevonden } from "./NietsGevonden";
import { resultaatAdres, SOORT } from "./soorten";
import { ZoekQuery, type Resultaat } from "./zoekVraag";
import stijl from "./Zoeken.module.css";

const STAP = 25;
const MEEST = 100;

function Regel({ resultaat }: { resultaat: Resultaat }) {
  const [Icoon, een] = SOORT[resultaat.soort];
  return (
    <li>
      <Icoon size={20} aria-hidden className={stijl.icoon} />
      <div className={stijl.titel}>
        <Link to={resultaatAdres(resultaat)}>
          <Delen delen={resultaat.titel} />
        </Link>
        {resultaat.voorbij && <span className={stijl.voorbij}>afgerond</span>}
      </div>
      <div className={stijl.bij}>
        {een}
        {resultaat.bij && ` · ${resultaat.bij}`}
      </div>
      {resultaat.fragment.some(({ raak }) => raak) && (
        <div className={stijl.fragment}>
          <Delen delen={resultaat.fragment} />
        </div>
      )}
    </li>
  );
}

/** What was found, on a page whose address can be shared. */
export function ZoekPagina() {
  const { filters, zet } = useFilters("q", "soort");
  const [getypt, typ] = useState(filters.q);
  const [aantal, zetAantal] = useState(STAP);
  const tekst = useVertraagd(filters.q.trim());
  const soort = filters.soort in SOORT ? (filters.soort as Zoeksoort) : undefined;
  const [{ data, error, fetching }, lees] = useQuery({
    query: ZoekQuery,
    variables: { tekst, soorten: soort ? [soort] : [], first: aantal },
    pause: tekst === "",
    requestPolicy: "network-only",
  });
  const gevonden = tekst === "" ? undefined : data?.zoek;
  const zoek = (nieuw: string) => {
    typ(nieuw);
    zetAantal(STAP);
    zet("q", nieuw.trim() || null);
  };
  return (
    <Pagina titel="Zoeken">
      <div className={stijl.pagina}>
        <div role="search">
          <Zoekveld label="Zoek in alles" waarde={getypt} opWijzig={zoek} />
        </div>
        {gevonden && gevonden.perSoort.length > 0 && (
          <div className={stijl.soorten} role="group" aria-label="Toon alleen">
            <Knop aan={!soort} onPress={() => zet("soort", null)}>
              Alles ({gevonden.perSoort.reduce((som, { aantal }) => som + aantal, 0)})
            </Knop>
            {gevonden.perSoort.map((een) => (
              <Knop key={een.soort} aan={soort === een.soort} onPress={() => zet("soort", een.soort)}>
                {SOORT[een.soort][2]} ({een.aantal})
              </Knop>
            ))}
          </div>
        )}
        <div aria-live="polite" className={stijl.bij}>
          {gevonden && !fetching && (
            <>
              {gevonden.totaal === 1 ? "1 resultaat" : `${gevonden.totaal} resultaten`}
              {gevonden.bedoeld && (
                <>
                  , gezocht op <b>{gevonden.bedoeld}</b>
                </>
              )}
            </>
          )}
        </div>
        {tekst === "" ? (
          <LeegStaat titel="Wat zoek je?">
            Typ de naam van een gemeente, persoon, gremium, taak, afspraak of besluit, of een woord uit een
            tekst. Op elke pagina kan dat ook met Ctrl+K.
          </LeegStaat>
        ) : error && !gevonden ? (
          <Foutstaat gebeurd="Zoeken lukte niet." opnieuw={() => lees({ requestPolicy: "network-only" })} />
        ) : !gevonden ? (
          <Skelet regels={6} hoogte="3rem" />
        ) : gevonden.nodes.length === 0 ? (
          <div className={stijl.leeg}>
            <NietsGevonden tekst={tekst} />
          </div>
        ) : (
          <>
            <ol className={stijl.resultaten} aria-label="Resultaten">
              {gevonden.nodes.map((resultaat, i) => (
                <Regel key={`${resultaat.object.id}-${i}`} resultaat={resultaat} />
              ))}
            </ol>
            {gevonden.pageInfo.hasNextPage &&
              (aantal < MEEST ? (
                <Knop onPress={() => zetAantal((nu) => Math.min(nu + STAP, MEEST))}>Toon meer</Knop>
              ) : (
                <p className={stijl.bij}>Er is nog meer. Zoek met een extra woord, of kies een soort.</p>
              ))}
          </>
        )}
      </div>
    </Pagina>
  );
}
