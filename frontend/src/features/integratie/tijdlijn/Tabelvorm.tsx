import { Link, useLocation } from "react-router";
import { datumTekst } from "~/lib/datum";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { dagen } from "../besluiten/woorden";
import { useTraject } from "../kader/trajecten";
import type { Traject } from "./traject";

const periode = (van: string, tot: string) =>
  van === tot ? datumTekst(van) : `${datumTekst(van)} – ${datumTekst(tot)}`;

export const wachttijdTekst = (wachttijd: number) =>
  wachttijd === 0
    ? ""
    : wachttijd > 0
      ? `, en dan nog ${dagen(wachttijd)}`
      : `, mag ${dagen(-wachttijd)} overlappen`;

/** The same as a table: for the keyboard, the screen reader and paper. */
export function Tabelvorm({ traject }: { traject: Traject }) {
  const { search } = useLocation();
  const { adres } = useTraject();
  return (
    <Tabel
      bijschrift="Mijlpalen"
      rijen={traject.prognose.mijlpalen}
      sleutel={({ mijlpaal }) => mijlpaal.id}
      kolommen={[
        { kop: "Nr.", cel: ({ mijlpaal }) => mijlpaal.volgorde, getal: true },
        {
          kop: "Mijlpaal",
          isNaam: true,
          cel: ({ mijlpaal }) => (
            <Link to={{ pathname: adres("tijdlijn", `mijlpaal/${mijlpaal.id}`), search }} preventScrollReset>
              {mijlpaal.naam}
            </Link>
          ),
        },
        { kop: "Gepland", cel: ({ mijlpaal: { van, tot } }) => periode(van, tot) },
        {
          kop: "Verwacht",
          cel: ({ van, tot, later, gehaaldOp }) =>
            gehaaldOp ? (
              <Status soort="gereed">gehaald op {datumTekst(gehaaldOp)}</Status>
            ) : later > 0 ? (
              <>
                {periode(van, tot)} <Status soort="fout">{dagen(later)} later</Status>
              </>
            ) : (
              periode(van, tot)
            ),
        },
        {
          kop: "Speling",
          cel: ({ speling, kritiek }) => (
            <>
              {speling === null || speling === undefined
                ? "niets wacht hierop"
                : speling < 0
                  ? `${dagen(-speling)} te kort`
                  : dagen(speling)}
              {kritiek && (
                <>
                  {" "}
                  <Status soort="wacht">kritiek pad</Status>
                </>
              )}
            </>
          ),
        },
        {
          kop: "Wacht op",
          cel: ({ mijlpaal }) =>
            mijlpaal.na
              .map(({ mijlpaal: voor, wachttijd }) => voor.naam + wachttijdTekst(wachttijd))
              .join("; "),
        },
      ]}
    />
  );
}
