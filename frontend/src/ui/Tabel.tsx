import { IconChevronDown, IconChevronUp, IconSelector } from "@tabler/icons-react";
import { Button } from "react-aria-components";
import stijl from "./Tabel.module.css";

export type Kolom<R> = {
  kop: string;
  cel: (rij: R) => React.ReactNode;
  /** The cell that names the row. */
  isNaam?: boolean;
  getal?: boolean;
  /** One can put the rows in the order of this column. */
  volgorde?: string;
};
/** By which column the rows stand in order, and from high to low? */
export type Volgorde = { op: string; af: boolean };
type Props<R> = {
  bijschrift: string;
  kolommen: Kolom<R>[];
  rijen: R[];
  sleutel: (rij: R) => string;
  volgorde?: Volgorde;
  opVolgorde?: (volgorde: Volgorde) => void;
  /** The row that is open beside the table. */
  gekozen?: string;
};

const RICHTING = { nee: IconSelector, op: IconChevronUp, af: IconChevronDown } as const;

function Kop<R>({
  kolom,
  volgorde,
  opVolgorde,
}: { kolom: Kolom<R> } & Pick<Props<R>, "volgorde" | "opVolgorde">) {
  const { kop, getal, volgorde: op } = kolom;
  const nu = op && volgorde?.op === op ? (volgorde.af ? "af" : "op") : "nee";
  const Icoon = RICHTING[nu];
  return (
    <th
      scope="col"
      role="columnheader"
      className={getal ? stijl.getal : undefined}
      aria-sort={op ? ({ nee: "none", op: "ascending", af: "descending" } as const)[nu] : undefined}
    >
      {op && opVolgorde ? (
        <Button className={stijl.sorteer!} onPress={() => opVolgorde({ op, af: nu === "op" })}>
          {kop}
          <Icoon size={15} aria-hidden />
        </Button>
      ) : (
        kop
      )}
    </th>
  );
}

/** A real table; on a narrow screen each row becomes a card with the heads as labels. */
export function Tabel<R>({ bijschrift, kolommen, rijen, sleutel, volgorde, opVolgorde, gekozen }: Props<R>) {
  return (
    <div className={stijl.rol} tabIndex={0} role="region" aria-label={bijschrift}>
      <table className={stijl.tabel} role="table">
        <caption className="alleen-voorlezen">{bijschrift}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {kolommen.map((kolom) => (
              <Kop key={kolom.kop} kolom={kolom} volgorde={volgorde} opVolgorde={opVolgorde} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rijen.map((rij) => (
            <tr key={sleutel(rij)} role="row" data-gekozen={sleutel(rij) === gekozen || undefined}>
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
