import { useEffect } from "react";
import { Link, useLocation } from "react-router";
import type { Bezige } from "~/features/integratie/bezigen";
import { useOnderweg } from "~/realtime/onderweg";
import matrix from "~/ui/Matrix.module.css";
import { Regiolabel } from "~/ui/Regiolabel";
import { Status } from "~/ui/Status";
import { useRooster } from "~/ui/useRooster";
import { adresVan, UITVOERING, type Cel } from "../afspraak";
import { streekVan, type Gemeente, type Rij } from "./filters";

export const UITVOERING_ADRES = "/afspraken/uitvoering";

type Props = {
  afspraken: Rij[];
  gemeenten: Gemeente[];
  /** The cell whose panel is open. */
  gekozen: string | undefined;
  bezigen: ReadonlyMap<string, Bezige>;
};

type VakjeProps = {
  cel: Cel | undefined;
  gemeente: Gemeente;
  afspraak: string;
  gekozen: boolean;
  bezige: Bezige | undefined;
  wordtBewaard: boolean;
  plaats: ReturnType<ReturnType<typeof useRooster>["eigenschappen"]>;
};

function Vakje({ cel, gemeente, afspraak, gekozen, bezige, wordtBewaard, plaats }: VakjeProps) {
  const { search } = useLocation();
  if (!cel) {
    return (
      <td role="gridcell" data-kop={gemeente.naam} className={matrix.nvt}>
        <span aria-hidden>–</span>
        <span className="alleen-voorlezen">geldt hier niet</span>
      </td>
    );
  }
  const [soort, woord] = UITVOERING[cel.status];
  return (
    <td role="gridcell" data-kop={gemeente.naam} data-gekozen={gekozen || undefined}>
      <Link
        {...plaats}
        to={{ pathname: `${UITVOERING_ADRES}/cel/${cel.id}`, search }}
        preventScrollReset
        className={matrix.cel}
        data-bezig={bezige ? true : undefined}
      >
        <span className="alleen-voorlezen">
          {gemeente.naam}, {afspraak}:{" "}
        </span>
        <Status soort={soort}>{woord}</Status>
        {cel.notitie && (
          <span className={matrix.notitie} role="img" aria-label="met notitie" title={cel.notitie} />
        )}
        {wordtBewaard && <span className={matrix.bewaart}>wordt bewaard…</span>}
        {bezige && <span className={matrix.bezige}>{bezige.naam}</span>}
      </Link>
    </td>
  );
}

/** All agreements by fourteen gemeenten: a grid for mouse, keyboard and screen reader; cards on a phone. */
export function Matrix({ afspraken, gemeenten, gekozen, bezigen }: Props) {
  const onderweg = useOnderweg();
  const { tabel, opToets, eigenschappen, herstel } = useRooster(afspraken.length, gemeenten.length);
  useEffect(() => {
    herstel();
  });
  useEffect(() => {
    // The panel takes room: what it is about stays in sight.
    tabel.current?.querySelector("[data-gekozen]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [tabel, gekozen]);
  const wordtBewaard = (id: string) =>
    onderweg.some(({ veld, input }) => veld === "vulUitvoeringIn" && input.id === id);
  return (
    <div className={matrix.rol}>
      <table
        ref={tabel}
        role="grid"
        aria-label="Uitvoering per gemeente"
        className={matrix.tabel}
        onKeyDown={opToets}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Afspraak
            </th>
            <th scope="col" role="columnheader">
              Regio
            </th>
            {gemeenten.map((gemeente) => {
              const streek = streekVan(gemeente);
              return (
                <th key={gemeente.id} scope="col" role="columnheader">
                  {gemeente.naam}
                  <small>{streek && <Regiolabel regio={streek} />}</small>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {afspraken.map(({ id, naam, regionaal, uitvoering }, rij) => (
            <tr key={id} role="row">
              <th scope="row" role="rowheader" className={matrix.breed}>
                <Link to={adresVan(id, "/uitvoering")}>{naam}</Link>
              </th>
              <td role="gridcell" data-kop="Regio" className={matrix.vast}>
                <Status soort={UITVOERING[regionaal.status][0]}>
                  {regionaal.gereed} van {regionaal.nodig}
                </Status>
              </td>
              {gemeenten.map((gemeente, kolom) => {
                const cel = uitvoering.find((een) => een.gemeente.id === gemeente.id);
                return (
                  <Vakje
                    key={gemeente.id}
                    cel={cel}
                    gemeente={gemeente}
                    afspraak={naam}
                    gekozen={!!cel && gekozen === cel.id}
                    bezige={cel && bezigen.get(cel.id)}
                    wordtBewaard={!!cel && wordtBewaard(cel.id)}
                    plaats={eigenschappen(rij, kolom)}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
