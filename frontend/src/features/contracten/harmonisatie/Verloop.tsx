import { useQuery } from "urql";
import { datumTekst, dagenTussen } from "~/lib/datum";
import { useVastgehouden } from "~/lib/vastgehouden";
import { CONTRACTEN } from "~/realtime/contexten";
import { Foutstaat, Skelet } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import { STAND, STANDEN } from "../attribuut";
import stijlen from "../Contracten.module.css";
import { VerloopQuery } from "../vragen";
import stijl from "./Graad.module.css";
import { vlakken } from "./verloop";

const HEEL = { id: "verloop" };
const [BREED, HOOG, ONDER] = [560, 150, 20];

/** How it went: each day on which something changed, out of the log. */
export function Verloop() {
  const [staat, lees] = useQuery({ query: VerloopQuery, context: CONTRACTEN });
  const data = useVastgehouden(staat, () => HEEL, HEEL.id);
  const punten = data?.harmonisatieverloop ?? [];
  const [eerste, laatste] = [punten[0], punten.at(-1)];
  return (
    <Vak titel="Verloop" bij={eerste ? `sinds ${datumTekst(eerste.op)}` : undefined}>
      {!data && staat.error ? (
        <Foutstaat
          gebeurd="Het verloop kon niet geladen worden."
          opnieuw={() => lees({ requestPolicy: "network-only" })}
        />
      ) : !data ? (
        <Skelet regels={4} />
      ) : !eerste || !laatste ? (
        <p className={stijlen.stil}>Er is nog niets vastgelegd.</p>
      ) : (
        <>
          <svg viewBox={`0 0 ${BREED} ${HOOG + ONDER}`} className={stijl.grafiek} aria-hidden>
            {vlakken(punten, BREED, HOOG, dagenTussen).map(({ stand, pad }) => (
              <path key={stand} d={pad} className={stijl[`vlak${stand}`]} />
            ))}
            <line x1={0} x2={BREED} y1={HOOG} y2={HOOG} className={stijl.as} />
            <text x={0} y={HOOG + 14}>
              {datumTekst(eerste.op)}
            </text>
            <text x={BREED} y={HOOG + 14} textAnchor="end">
              {datumTekst(laatste.op)}
            </text>
          </svg>
          <details>
            <summary>Het verloop als tabel</summary>
            <div tabIndex={0} role="region" aria-label="Tabel van het verloop" style={{ overflowX: "auto" }}>
              <table className={stijl.hitte}>
                <thead>
                  <tr>
                    <th scope="col">Dag</th>
                    {STANDEN.map((stand) => (
                      <th key={stand} scope="col">
                        {STAND[stand][1]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {[...punten].reverse().map(({ op, samen }) => (
                    <tr key={op}>
                      <th scope="row">{datumTekst(op)}</th>
                      {STANDEN.map((stand) => (
                        <td key={stand}>{samen.standen.find((een) => een.stand === stand)?.aantal ?? 0}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </Vak>
  );
}
