import { useEffect } from "react";
import { Link, useLocation } from "react-router";
import { useOnderweg } from "~/realtime/onderweg";
import { REGIOS, Regiolabel } from "~/ui/Regiolabel";
import { Status } from "~/ui/Status";
import type { Bezige } from "../bezigen";
import { useTraject } from "../kader/trajecten";
import type { Besluit, Cel, Gemeente, Stap } from "./besluit";
import { perPlek, streekVan } from "./filters";
import { useRooster } from "./useRooster";
import { celTekst, HOEDANIGHEID, SOORT } from "./woorden";
import stijl from "./Besluiten.module.css";

type Props = {
  besluit: Besluit;
  gemeenten: Gemeente[];
  /** The cell or step whose panel is open. */
  gekozen: string | undefined;
  bezigen: ReadonlyMap<string, Bezige>;
};

function Kop({ stap: { naam, gremium, hoedanigheid, termijn } }: { stap: Stap }) {
  const onder = [gremium.naam, hoedanigheid && HOEDANIGHEID[hoedanigheid], termijn?.duur.woorden];
  return (
    <th scope="col" role="columnheader">
      {naam}
      <small>{onder.filter(Boolean).join(" · ")}</small>
    </th>
  );
}

type VakjeProps = {
  gemeente: Gemeente;
  stap: Stap;
  cel: Cel | undefined;
  gekozen: boolean;
  bezige: Bezige | undefined;
  wordtBewaard: boolean;
  peildag: string;
  plaats: ReturnType<ReturnType<typeof useRooster>["eigenschappen"]>;
};

function Vakje({ gemeente, stap, cel, gekozen, bezige, wordtBewaard, peildag, plaats }: VakjeProps) {
  const { search } = useLocation();
  const { adres } = useTraject();
  if (!cel) {
    return (
      <td role="gridcell" data-kop={stap.naam} className={stijl.nvt}>
        <span aria-hidden>–</span>
        <span className="alleen-voorlezen">zet deze stap niet</span>
      </td>
    );
  }
  return (
    <td role="gridcell" data-kop={stap.naam} data-gekozen={gekozen || undefined}>
      <Link
        {...plaats}
        to={{ pathname: adres("besluiten", `cel/${cel.id}`), search }}
        preventScrollReset
        className={stijl.cel}
        data-bezig={bezige ? true : undefined}
      >
        <span className="alleen-voorlezen">
          {gemeente.naam}, {stap.naam}:{" "}
        </span>
        <Status soort={SOORT[cel.stand]}>{celTekst(cel, stap, peildag)}</Status>
        {cel.notitie && (
          <span className={stijl.notitie} role="img" aria-label="met notitie" title={cel.notitie} />
        )}
        {wordtBewaard && <span className={stijl.bewaart}>wordt bewaard…</span>}
        {bezige && <span className={stijl.bezige}>{bezige.naam}</span>}
      </Link>
    </td>
  );
}

/** Fourteen gemeenten by all steps: a grid for mouse, keyboard and screen reader; cards on a phone. */
export function Matrix({ besluit, gemeenten, gekozen, bezigen }: Props) {
  const { adres } = useTraject();
  const { stappen } = besluit;
  const cellen = perPlek(besluit.cellen);
  const { search } = useLocation();
  const onderweg = useOnderweg();
  const { tabel, opToets, eigenschappen, herstel } = useRooster(gemeenten.length + 1, stappen.length);
  useEffect(() => {
    herstel();
  });
  useEffect(() => {
    // The panel takes room: what it is about stays in sight.
    tabel.current?.querySelector("[data-gekozen]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [tabel, gekozen]);
  const streken = REGIOS.map((regio) => ({
    regio,
    leden: gemeenten.filter((gemeente) => streekVan(gemeente) === regio),
  })).filter(({ leden }) => leden.length > 0);
  const rijVan = new Map(streken.flatMap(({ leden }) => leden).map(({ id }, i) => [id, i + 1]));
  const wordtBewaard = (id: string) =>
    onderweg.some(({ veld, input }) => veld === "vulBesluitcelIn" && input.id === id);

  return (
    <div className={stijl.rol}>
      <table ref={tabel} role="grid" aria-label={besluit.naam} className={stijl.tabel} onKeyDown={opToets}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Gemeente
            </th>
            {stappen.map((stap) => (
              <Kop key={stap.id} stap={stap} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          <tr role="row" className={stijl.regio}>
            <th scope="row" role="rowheader">
              Regio
            </th>
            {stappen.map((stap, kolom) => {
              const { binnen, aantal, voldaan, haalbaar } = stap.regionaal;
              return (
                <td
                  key={stap.id}
                  role="gridcell"
                  data-kop={stap.naam}
                  data-gekozen={gekozen === stap.id || undefined}
                >
                  <Link
                    {...eigenschappen(0, kolom)}
                    to={{ pathname: adres("besluiten", `stap/${stap.id}`), search }}
                    preventScrollReset
                    className={stijl.cel}
                  >
                    <span className="alleen-voorlezen">Regio, {stap.naam}: </span>
                    <Status soort={voldaan ? "gereed" : haalbaar ? "bezig" : "fout"}>
                      {binnen} van {aantal}
                    </Status>
                  </Link>
                </td>
              );
            })}
          </tr>
        </tbody>
        {streken.map(({ regio, leden }) => (
          <tbody key={regio} role="rowgroup" className={stijl[regio]}>
            <tr role="row" className={stijl.streek}>
              <th scope="rowgroup" role="rowheader" colSpan={stappen.length + 1}>
                <Regiolabel regio={regio} lang />
              </th>
            </tr>
            {leden.map((gemeente) => (
              <tr key={gemeente.id} role="row">
                <th scope="row" role="rowheader">
                  {gemeente.naam}
                </th>
                {stappen.map((stap, kolom) => {
                  const cel = cellen.get(`${gemeente.id} ${stap.id}`);
                  return (
                    <Vakje
                      key={stap.id}
                      gemeente={gemeente}
                      stap={stap}
                      cel={cel}
                      gekozen={!!cel && gekozen === cel.id}
                      bezige={cel && bezigen.get(cel.id)}
                      wordtBewaard={!!cel && wordtBewaard(cel.id)}
                      peildag={besluit.peildag}
                      plaats={eigenschappen(rijVan.get(gemeente.id)!, kolom)}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
