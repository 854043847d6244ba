import { useEffect } from "react";
import matrix from "~/ui/Matrix.module.css";
import { Status } from "~/ui/Status";
import { useRooster } from "~/ui/useRooster";
import { PARTIJ } from "../afspraak";
import { STAND, type Handtekening, type Ronde } from "./ronde";

type Props = { ronde: Ronde; gekozen: string; opKies: (plek: string) => void };
const REGIO = "regio";

/** Gemeenten by parties; parties that sign once stand in the row of the region. */
export function Tekenmatrix({ ronde: { handtekeningen }, gekozen, opKies }: Props) {
  const partijen = [...new Set(handtekeningen.map(({ partij }) => partij))];
  const rijen = [
    ...(handtekeningen.some(({ gemeente }) => !gemeente) ? [{ id: REGIO, naam: "Hele regio" }] : []),
    ...new Map(
      handtekeningen.flatMap(({ gemeente }) => (gemeente ? [[gemeente.id, gemeente]] : [])),
    ).values(),
  ];
  const perPlek = new Map(handtekeningen.map((een) => [`${een.gemeente?.id ?? REGIO} ${een.partij}`, een]));
  const { tabel, opToets, eigenschappen, herstel } = useRooster(rijen.length, partijen.length);
  useEffect(() => {
    herstel();
  });
  return (
    <div className={matrix.rol}>
      <table ref={tabel} role="grid" aria-label="Wie tekent" className={matrix.tabel} onKeyDown={opToets}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Gemeente
            </th>
            {partijen.map((partij) => (
              <th key={partij} scope="col" role="columnheader">
                {PARTIJ[partij]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rijen.map((rij, nummer) => (
            <tr key={rij.id} role="row">
              <th scope="row" role="rowheader">
                {rij.naam}
              </th>
              {partijen.map((partij, kolom) => (
                <Vakje
                  key={partij}
                  kop={PARTIJ[partij]}
                  wie={`${rij.naam}, ${PARTIJ[partij]}`}
                  handtekening={perPlek.get(`${rij.id} ${partij}`)}
                  gekozen={gekozen}
                  plaats={eigenschappen(nummer, kolom)}
                  opKies={opKies}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type VakjeProps = {
  kop: string;
  wie: string;
  handtekening: Handtekening | undefined;
  gekozen: string;
  plaats: ReturnType<ReturnType<typeof useRooster>["eigenschappen"]>;
  opKies: (plek: string) => void;
};

function Vakje({ kop, wie, handtekening, gekozen, plaats, opKies }: VakjeProps) {
  if (!handtekening) {
    return (
      <td role="gridcell" data-kop={kop} className={matrix.nvt}>
        <span aria-hidden>–</span>
        <span className="alleen-voorlezen">tekent hier niet</span>
      </td>
    );
  }
  const [soort, woord] = STAND[handtekening.stand];
  return (
    <td role="gridcell" data-kop={kop} data-gekozen={gekozen === handtekening.id || undefined}>
      <button {...plaats} type="button" className={matrix.cel} onClick={() => opKies(handtekening.id)}>
        <span className="alleen-voorlezen">{wie}: </span>
        <Status soort={soort}>{woord}</Status>
      </button>
    </td>
  );
}
