import { Link, useLocation } from "react-router";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { useTraject } from "../kader/trajecten";
import { STAND, type Traject } from "./overdracht";
import stijl from "./Overdracht.module.css";

/** How far each gemeente is with each function; a link to where it is filled in. */
export function Gereedheden({ traject }: { traject: Traject }) {
  const { adres } = useTraject();
  const { search } = useLocation();
  const gemeenten = [...new Map(traject.gereedheden.map(({ gemeente }) => [gemeente.id, gemeente])).values()];
  return (
    <Vak titel="Gereedheid per gemeente" bij={`${gemeenten.length} gemeenten`}>
      <div className={stijl.rol} tabIndex={0} role="region" aria-label="Tabel van de gereedheid">
        <table className={stijl.gereed} role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                Gemeente
              </th>
              {traject.functies.map(({ id, naam }) => (
                <th key={id} scope="col" role="columnheader">
                  {naam.split(":")[0]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {gemeenten.map((gemeente) => (
              <tr key={gemeente.id} role="row">
                <th scope="row" role="rowheader">
                  {gemeente.naam}
                </th>
                {traject.functies.map((functie) => {
                  const een = traject.gereedheden.find(
                    (ander) => ander.functie.id === functie.id && ander.gemeente.id === gemeente.id,
                  );
                  const cel = traject.overdracht.find(
                    (ander) =>
                      ander.functie.id === functie.id && ander.gemeenten.some(({ id }) => id === gemeente.id),
                  );
                  const [soort, woord] = STAND[een?.stand ?? "ONBEKEND"];
                  const status = <Status soort={soort}>{woord}</Status>;
                  return (
                    <td key={functie.id} role="cell" data-kop={functie.naam.split(":")[0]}>
                      {cel ? (
                        <Link
                          to={{ pathname: adres("overdracht", `cel/${cel.id}`), search }}
                          preventScrollReset
                          aria-label={`${gemeente.naam}, ${functie.naam}: ${woord}`}
                        >
                          {status}
                        </Link>
                      ) : (
                        status
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Vak>
  );
}
