import { useEffect } from "react";
import { Link, useLocation } from "react-router";
import { datumTekst } from "~/lib/datum";
import { useOnderweg } from "~/realtime/onderweg";
import { REGIOS, Regiolabel } from "~/ui/Regiolabel";
import { Status } from "~/ui/Status";
import type { Bezige } from "../bezigen";
import { useRooster } from "~/ui/useRooster";
import { useTraject } from "../kader/trajecten";
import {
  fteTekst,
  kloofTekst,
  loopt,
  optelTekst,
  streekVan,
  telGereed,
  type Cel,
  type Functie,
  type Traject,
} from "./overdracht";
import stijl from "./Overdracht.module.css";

type Props = {
  traject: Traject;
  rijen: { functie: Functie; cellen: Cel[] }[];
  /** The cell whose panel is open. */
  gekozen: string | undefined;
  bezigen: ReadonlyMap<string, Bezige>;
};

function Nieuw({ functie }: { functie: Functie }) {
  if (functie.nuInModule1 === false) return <span className={stijl.nieuw}>nieuw in module 1</span>;
  return (
    <span className={stijl.stil}>
      {functie.nuInModule1 ? "zit al in module 1" : "niet bekend of het al in module 1 zit"}
    </span>
  );
}

function Inhoud({ cel, gereed }: { cel: Cel; gereed: ReturnType<typeof telGereed> }) {
  const { opvraging, onbekend } = cel;
  return (
    <>
      <b className={stijl.wie}>{cel.uitvoerder ?? "Wie het doet is onbekend"}</b>
      <span className={stijl.regel}>
        Nu {cel.fte === null || cel.fte === undefined ? "onbekend aantal fte" : fteTekst(cel.fte)}
        {cel.kloof !== null && cel.kloof !== undefined && `, ${kloofTekst(cel.kloof)}`}
      </span>
      {cel.middel && <span className={stijl.regel}>Met {cel.middel}</span>}
      <span className={stijl.labels}>
        {onbekend.length > 0 ? (
          <Status soort="onbekend">
            {onbekend.length === 6 ? "alles onbekend" : `${onbekend.length} onbekend`}
          </Status>
        ) : (
          <Status soort={cel.zeker ? "gereed" : "open"}>
            {cel.zeker ? "compleet, zeker" : "niet zeker"}
          </Status>
        )}
        {opvraging && loopt(cel) && (
          <Status soort={opvraging.teLaat ? "fout" : "wacht"}>
            {opvraging.teLaat ? "antwoord te laat" : `gevraagd voor ${datumTekst(opvraging.antwoordVoor)}`}
          </Status>
        )}
      </span>
      <span className={stijl.regel}>
        {gereed.bekend === 0
          ? "Gereedheid van gemeenten onbekend"
          : `${gereed.gereed} van ${gereed.van} gemeenten gereed`}
      </span>
    </>
  );
}

/** Functions by regions: a grid for mouse, keyboard and screen reader; cards on a phone. */
export function Matrix({ traject, rijen, gekozen, bezigen }: Props) {
  const { adres } = useTraject();
  const { search } = useLocation();
  const onderweg = useOnderweg();
  const streken = REGIOS.filter((regio) =>
    rijen.some(({ cellen }) => cellen.some((cel) => streekVan(cel) === regio)),
  );
  const { tabel, opToets, eigenschappen, herstel } = useRooster(rijen.length, streken.length);
  useEffect(() => {
    herstel();
  });
  useEffect(() => {
    // The panel takes room: what it is about stays in sight.
    tabel.current?.querySelector("[data-gekozen]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [tabel, gekozen]);
  const wordtBewaard = (id: string) => onderweg.some(({ input }) => input.id === id);
  return (
    <div className={stijl.rol}>
      <table ref={tabel} role="grid" aria-label="Overdracht" className={stijl.tabel} onKeyDown={opToets}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Functie
            </th>
            {streken.map((regio) => (
              <th key={regio} scope="col" role="columnheader">
                <Regiolabel regio={regio} lang />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rijen.map(({ functie, cellen }, rij) => {
            const som = traject.overdrachtsommen.find((een) => een.functie.id === functie.id);
            return (
              <tr key={functie.id} role="row" data-nieuw={functie.nuInModule1 === false || undefined}>
                <th scope="row" role="rowheader">
                  {functie.naam}
                  <Nieuw functie={functie} />
                  {som && (
                    <span className={stijl.stil}>
                      Nu {optelTekst(som.fte)}
                      <br />
                      Gewenst {optelTekst(som.wensFte)}
                    </span>
                  )}
                </th>
                {streken.map((regio, kolom) => {
                  const cel = cellen.find((een) => streekVan(een) === regio);
                  if (!cel) {
                    return (
                      <td key={regio} role="gridcell" className={stijl.leeg}>
                        <span className="alleen-voorlezen">past niet bij de filters</span>
                      </td>
                    );
                  }
                  const bezige = bezigen.get(cel.id);
                  return (
                    <td
                      key={regio}
                      role="gridcell"
                      className={stijl[regio]}
                      data-gekozen={gekozen === cel.id || undefined}
                    >
                      <Link
                        {...eigenschappen(rij, kolom)}
                        to={{ pathname: adres("overdracht", `cel/${cel.id}`), search }}
                        preventScrollReset
                        className={stijl.cel}
                        data-bezig={bezige ? true : undefined}
                      >
                        <span className="alleen-voorlezen">
                          {functie.naam}, {cel.regio.naam}:{" "}
                        </span>
                        <span className={stijl.kop} aria-hidden>
                          {cel.regio.naam}
                        </span>
                        <Inhoud cel={cel} gereed={telGereed(traject, cel)} />
                        {wordtBewaard(cel.id) && <span className={stijl.stil}>wordt bewaard…</span>}
                        {bezige && <span className={stijl.bezige}>{bezige.naam} is hier bezig</span>}
                      </Link>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
