import { useEffect } from "react";
import { Link, useLocation } from "react-router";
import { bedragTekst, optelTekst } from "~/lib/bedrag";
import { useOnderweg } from "~/realtime/onderweg";
import { REGIOS, Regiolabel } from "~/ui/Regiolabel";
import { Status } from "~/ui/Status";
import type { Bezige } from "../bezigen";
import { useRooster } from "~/ui/useRooster";
import { useTraject } from "../kader/trajecten";
import {
  isBekend,
  standSoort,
  standTekst,
  streekVan,
  type PerGemeente,
  type Regel,
  type Traject,
} from "./budget";
import stijl from "./Budget.module.css";

type Props = {
  traject: Traject;
  rijen: PerGemeente[];
  /** The line whose panel is open. */
  gekozen: string | undefined;
  bezigen: ReadonlyMap<string, Bezige>;
};
const kort = (naam: string) => naam.split(":")[0]!;

function Inhoud({ regel }: { regel: Regel }) {
  if (!isBekend(regel)) return <span className={stijl.stil}>onbekend</span>;
  const verwacht = regel.naEffecten ?? regel.realisatie;
  return (
    <>
      <b>{verwacht === null || verwacht === undefined ? "onbekend" : bedragTekst(verwacht)}</b>
      <span className={stijl.stil}>
        kader {regel.kader === null || regel.kader === undefined ? "onbekend" : bedragTekst(regel.kader)}
      </span>
      <Status soort={standSoort(regel)}>{standTekst(regel)}</Status>
    </>
  );
}

/** Gemeenten by functions: a grid for mouse, keyboard and screen reader; cards on a phone. */
export function Matrix({ traject: { functies, budget }, rijen, gekozen, bezigen }: Props) {
  const { adres } = useTraject();
  const { search } = useLocation();
  const onderweg = useOnderweg();
  const { tabel, opToets, eigenschappen, herstel } = useRooster(rijen.length, functies.length);
  useEffect(() => {
    herstel();
  });
  useEffect(() => {
    // The panel takes room: what it is about stays in sight.
    tabel.current?.querySelector("[data-gekozen]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [tabel, gekozen]);
  const perPlek = new Map(budget.regels.map((regel) => [`${regel.gemeente.id} ${regel.functie.id}`, regel]));
  const rijVan = new Map(
    REGIOS.flatMap((regio) => rijen.filter((rij) => streekVan(rij) === regio)).map((rij, i) => [rij, i]),
  );
  return (
    <div className={stijl.rol}>
      <table ref={tabel} role="grid" aria-label="Budget" className={stijl.tabel} onKeyDown={opToets}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Gemeente
            </th>
            {functies.map(({ id, naam }) => {
              const som = budget.perFunctie.find((een) => een.functie.id === id)?.som;
              return (
                <th key={id} scope="col" role="columnheader">
                  {kort(naam)}
                  {som && <small>kader {optelTekst(som.kader)}</small>}
                </th>
              );
            })}
          </tr>
        </thead>
        {REGIOS.filter((regio) => rijen.some((rij) => streekVan(rij) === regio)).map((regio) => (
          <tbody key={regio} role="rowgroup" className={stijl[regio]}>
            <tr role="row" className={stijl.streek}>
              <th scope="rowgroup" role="rowheader" colSpan={functies.length + 1}>
                <Regiolabel regio={regio} lang />
              </th>
            </tr>
            {rijen
              .filter((rij) => streekVan(rij) === regio)
              .map((rij) => (
                <tr key={rij.gemeente?.id} role="row">
                  <th scope="row" role="rowheader">
                    {rij.gemeente?.naam}
                    <small>kader {optelTekst(rij.som.kader)}</small>
                    {rij.som.overschreden > 0 && (
                      <small className={stijl.rood}>{bedragTekst(rij.som.bedragOver)} over het kader</small>
                    )}
                  </th>
                  {functies.map(({ id, naam }, kolom) => {
                    const regel = perPlek.get(`${rij.gemeente?.id} ${id}`);
                    if (!regel) return <td key={id} role="gridcell" />;
                    const bezige = bezigen.get(regel.id);
                    return (
                      <td
                        key={id}
                        role="gridcell"
                        data-kop={kort(naam)}
                        data-gekozen={gekozen === regel.id || undefined}
                        data-stand={regel.budgetstand}
                      >
                        <Link
                          {...eigenschappen(rijVan.get(rij) ?? 0, kolom)}
                          to={{ pathname: adres("budget", `regel/${regel.id}`), search }}
                          preventScrollReset
                          className={stijl.cel}
                          data-bezig={bezige ? true : undefined}
                        >
                          <span className="alleen-voorlezen">
                            {rij.gemeente?.naam}, {naam}:{" "}
                          </span>
                          <Inhoud regel={regel} />
                          {onderweg.some(({ input }) => input.id === regel.id) && (
                            <span className={stijl.stil}>wordt bewaard…</span>
                          )}
                          {bezige && <span className={stijl.bezige}>{bezige.naam} is hier bezig</span>}
                        </Link>
                      </td>
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
