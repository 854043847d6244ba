import stijl from "./Tabel.module.css";

export type Kolom<R> = {
  kop: string;
  cel: (rij: R) => React.ReactNode;
  /** The cell that names the row. */
  isNaam?: boolean;
  getal?: boolean;
};
type Props<R> = { bijschrift: string; kolommen: Kolom<R>[]; rijen: R[]; sleutel: (rij: R) => string };

/** A real table; on a narrow screen each row becomes a card with the heads as labels. */
export function Tabel<R>({ bijschrift, kolommen, rijen, sleutel }: Props<R>) {
  return (
    <div className={stijl.rol} tabIndex={0} role="region" aria-label={bijschrift}>
      <table className={stijl.tabel} role="table">
        <caption className="alleen-voorlezen">{bijschrift}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {kolommen.map(({ kop, getal }) => (
              <th key={kop} scope="col" role="columnheader" className={getal ? stijl.getal : undefined}>
                {kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rijen.map((rij) => (
            <tr key={sleutel(rij)} role="row">
              {kolommen.map(({ kop, cel, isNaam, getal }) =>
                isNaam ? (
                  <th key={kop} scope="row" role="rowheader">
                    {cel(rij)}
                  </th>
                ) : (
                  <td key={kop} role="cell" data-kop={kop} className={getal ? stijl.getal : undefined}>
                    {cel(rij)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
