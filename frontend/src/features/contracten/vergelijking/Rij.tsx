import { memo } from "react";
import type { Bezige } from "~/features/integratie/bezigen";
import { Status } from "~/ui/Status";
import { SOORT, VERGELIJK, verschilTekst, type Cel, type Regel } from "../attribuut";
import stijl from "./Vergelijking.module.css";

export type Rijdata = Regel & {
  cellen: Cel[];
  verschil: { vergelijk: keyof typeof VERGELIJK; hoeveel?: string | null; onbekend: number };
};
export type Bewerking = { kolom: number; tekst: string };

type Props = {
  rij: Rijdata;
  nummer: number;
  /** The place in the whole sheet, for screen readers: heads count too. */
  index: number;
  actief: number | undefined;
  gekozen: string;
  bewerkt: Bewerking | undefined;
  magInvullen: readonly boolean[];
  onderweg: ReadonlyMap<string, string>;
  bezigen: ReadonlyMap<string, Bezige>;
  opKies: (rij: number, kolom: number, verleng: boolean) => void;
  opBewerk: (rij: number, kolom: number, tekst?: string) => void;
  opTyp: (tekst: string) => void;
  opInvoertoets: (toets: React.KeyboardEvent) => void;
  opVerlaat: () => void;
  opOpen: (rij: Rijdata) => void;
};

/** One attribute with its values beside each other. */
export const Rij = memo(function Rij(props: Props) {
  const { rij, nummer, index, actief, gekozen, bewerkt, magInvullen, onderweg, bezigen } = props;
  const [van, tot] = gekozen ? gekozen.split("-").map(Number) : [1, 0];
  const [soort] = VERGELIJK[rij.verschil.vergelijk];
  return (
    <tr role="row" aria-rowindex={index}>
      <th scope="row" role="rowheader">
        <button
          type="button"
          tabIndex={-1}
          className={stijl.rijnaam}
          title={rij.naam}
          onClick={() => props.opOpen(rij)}
        >
          {rij.naam}
        </button>
      </th>
      {rij.cellen.map((cel, kolom) => {
        const nu = onderweg.get(cel.id);
        const bezige = bezigen.get(cel.id);
        if (bewerkt?.kolom === kolom) {
          return (
            <td key={cel.id} role="gridcell">
              <input
                className={stijl.invoer}
                aria-label={`${rij.naam}, ${cel.kolomnaam}`}
                autoFocus
                list={rij.soort === "KEUZE" || rij.soort === "JA_NEE" ? "waarden-om-te-kiezen" : undefined}
                inputMode={rij.soort === "BEDRAG" || rij.soort === "PERCENTAGE" ? "decimal" : "text"}
                placeholder={rij.soort === "BEDRAG" ? (rij.eenheid ?? "") : SOORT[rij.soort][1]}
                value={bewerkt.tekst}
                onChange={(gebeurtenis) => props.opTyp(gebeurtenis.target.value)}
                onKeyDown={props.opInvoertoets}
                onBlur={props.opVerlaat}
              />
            </td>
          );
        }
        const tekst = nu ?? cel.waarde;
        return (
          <td key={cel.id} role="presentation">
            <div
              role="gridcell"
              data-cel={`${nummer}-${kolom}`}
              aria-selected={kolom >= van! && kolom <= tot!}
              aria-readonly={!magInvullen[kolom]}
              tabIndex={actief === kolom ? 0 : -1}
              title={tekst ?? undefined}
              className={`${stijl.cel} ${magInvullen[kolom] ? "" : stijl.vast} ${nu === undefined ? "" : stijl.bewaart}`}
              data-bezig={bezige ? true : undefined}
              onMouseDown={(muis) => {
                muis.preventDefault();
                props.opKies(nummer, kolom, muis.shiftKey);
              }}
              onMouseEnter={(muis) => muis.buttons === 1 && props.opKies(nummer, kolom, true)}
              onDoubleClick={() => props.opBewerk(nummer, kolom)}
            >
              <span>{tekst ? tekst : <span className={stijl.leeg}>onbekend</span>}</span>
              {nu !== undefined && <span className="alleen-voorlezen">, wordt bewaard</span>}
              {cel.waarde && !cel.zeker && <span className={stijl.merk}>niet zeker</span>}
              {cel.vraag && !cel.vraag.beantwoordOp && (
                <span className={stijl.merk}>{cel.vraag.teLaat ? "te laat" : "gevraagd"}</span>
              )}
              {bezige && <span className={stijl.bezige}>{bezige.naam}</span>}
            </div>
          </td>
        );
      })}
      <td role="gridcell" className={stijl.verschil}>
        <Status soort={soort}>{verschilTekst(rij.verschil)}</Status>
      </td>
    </tr>
  );
});
