import { bedragTekst } from "~/lib/bedrag";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Melding } from "~/ui/Melding";
import { Vak } from "~/ui/Vak";
import { controleTekst, type Tabel } from "./budget";
import stijl from "./Budget.module.css";

/** The tables of reports, with their totals added up again. */
export function Tabellen({ tabellen }: { tabellen: Tabel[] }) {
  return tabellen.map((tabel) => {
    const { klopt, tekst, afwijkingen } = controleTekst(tabel);
    return (
      <Vak key={tabel.id} titel={tabel.naam}>
        <Melding soort={klopt ? "gelukt" : "let-op"}>
          {tekst}
          {afwijkingen.length > 0 && (
            <ul>
              {afwijkingen.map((zin) => (
                <li key={zin}>{zin}</li>
              ))}
            </ul>
          )}
        </Melding>
        <div className={stijl.rol} tabIndex={0} role="region" aria-label={`Tabel: ${tabel.naam}`}>
          <table className={stijl.rapport}>
            <thead>
              <tr>
                <th scope="col">Post</th>
                {tabel.kolommen.map((kolom) => (
                  <th key={kolom} scope="col">
                    {kolom}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tabel.regels.map((regel) => (
                <tr key={regel.naam} data-totaal={regel.totaal || undefined}>
                  <th scope="row">{regel.naam}</th>
                  {regel.bedragen.map((bedrag, i) => (
                    <td key={tabel.kolommen[i]}>
                      {bedrag === null || bedrag === undefined ? "onbekend" : bedragTekst(bedrag)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {tabel.toelichting && <p className={stijl.stil}>{tabel.toelichting}</p>}
        <Herkomstregel herkomst={tabel.herkomst} />
      </Vak>
    );
  });
}
