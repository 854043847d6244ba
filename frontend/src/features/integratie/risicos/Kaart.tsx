import { IMPACT, KANS, tel, vakVan, zwaarteVan, type Risico } from "./risicos";
import stijl from "./Risicos.module.css";

const VIJF = [1, 2, 3, 4, 5];
type Props = { risicos: readonly Risico[]; vak: string; opKies: (vak: string) => void };

/** Chance by impact: a square with risks opens their list. */
export function Kaart({ risicos, vak, opKies }: Props) {
  const telling = tel(risicos);
  return (
    <table className={stijl.kaart}>
      <caption>Kans (van onder naar boven) × impact (van links naar rechts)</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="alleen-voorlezen">Kans</span>
          </th>
          {VIJF.map((impact) => (
            <th key={impact} scope="col">
              {impact}
              <small>{IMPACT[impact - 1]}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...VIJF].reverse().map((kans) => (
          <tr key={kans}>
            <th scope="row">
              {kans}
              <small>{KANS[kans - 1]}</small>
            </th>
            {VIJF.map((impact) => {
              const hier = vakVan(kans, impact);
              const aantal = telling.get(hier) ?? 0;
              return (
                <td key={impact} data-zwaarte={zwaarteVan(kans, impact)}>
                  {aantal > 0 && (
                    <button
                      type="button"
                      aria-pressed={vak === hier}
                      aria-label={`Kans ${kans}, impact ${impact}: ${aantal === 1 ? "1 risico" : `${aantal} risico’s`}`}
                      onClick={() => opKies(vak === hier ? "" : hier)}
                    >
                      {aantal}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
