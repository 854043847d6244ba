import { Tabel } from "~/ui/Tabel";
import { procentTekst, WOORDEN, type Maat, type Telling } from "./bijdrage";
import { askop, lijnen } from "./verloop";
import stijl from "./Bijdrage.module.css";

const [BREED, HOOG, LINKS, BOVEN, ONDER] = [480, 150, 56, 10, 46];
const TRAPPEN = [0, 50, 100];

const klasVan = (sleutel: string) => (sleutel.includes("noord") ? stijl.noord : stijl.midden);
const telTekst = ({ gehaald, totaal, procent }: Telling) =>
  totaal === 0 ? "–" : `${procentTekst(procent)} (${gehaald} van ${totaal})`;

/** Noord beside Midden over the quarters, as a line and as a table. */
export function Verloop({ maat: { soort, verloop } }: { maat: Maat }) {
  const getekend = lijnen(verloop, BREED - LINKS, HOOG);
  if (!getekend.some(({ punten }) => punten.length > 0)) return null;
  const naam = `${WOORDEN[soort].naam} per kwartaal`;
  return (
    <div className={stijl.verloop}>
      <figure className={stijl.figuur}>
        <svg
          viewBox={`0 0 ${BREED} ${BOVEN + HOOG + ONDER}`}
          role="img"
          aria-label={`${naam}. De tabel eronder geeft dezelfde cijfers.`}
        >
          <g transform={`translate(${LINKS} ${BOVEN})`}>
            {TRAPPEN.map((procent) => {
              const y = HOOG - (procent / 100) * HOOG;
              return (
                <g key={procent}>
                  <line x1={0} x2={BREED - LINKS} y1={y} y2={y} className={stijl.as} />
                  <text x={-8} y={y} className={stijl.trap}>
                    {procent}%
                  </text>
                </g>
              );
            })}
            {verloop.map((kwartaal, nummer) => {
              const kop = askop(kwartaal, nummer);
              const x = ((nummer + 0.5) * (BREED - LINKS)) / verloop.length;
              return (
                <g key={kwartaal.van} className={stijl.kop}>
                  <text x={x} y={HOOG + 20}>
                    {kop.kwartaal}
                  </text>
                  {kop.jaar && (
                    <text x={x} y={HOOG + 39}>
                      {kop.jaar}
                    </text>
                  )}
                </g>
              );
            })}
            {getekend.map(({ sleutel, pad, punten }) => (
              <g key={sleutel} className={klasVan(sleutel)}>
                <path d={pad} className={stijl.lijn} />
                {punten.map(({ x, y }) => (
                  <Stip key={x} midden={!sleutel.includes("noord")} x={x} y={y} />
                ))}
              </g>
            ))}
          </g>
        </svg>
        <figcaption className={stijl.legenda}>
          {getekend.map(({ sleutel, naam: regio }) => (
            <span key={sleutel} className={klasVan(sleutel)}>
              <svg viewBox="0 0 28 12" aria-hidden>
                <path d="M0 6H28" className={stijl.lijn} />
                <Stip midden={!sleutel.includes("noord")} x={14} y={6} />
              </svg>
              {regio}
            </span>
          ))}
        </figcaption>
      </figure>
      <details>
        <summary>{naam} als tabel</summary>
        <Tabel
          bijschrift={naam}
          rijen={[...verloop]}
          sleutel={({ van }) => van}
          kolommen={[
            { kop: "Kwartaal", isNaam: true, cel: ({ naam: kwartaal }) => kwartaal },
            ...getekend.map(({ sleutel, naam: regio }) => ({
              kop: regio,
              getal: true,
              cel: ({ regios }: Maat["verloop"][number]) => {
                const eigen = regios.find((een) => een.regio.sleutel === sleutel);
                return eigen ? telTekst(eigen.telling) : "–";
              },
            })),
          ]}
        />
      </details>
    </div>
  );
}

/** Round for Noord, square for Midden: to be told apart without colour. */
function Stip({ midden, x, y }: { midden: boolean; x: number; y: number }) {
  if (midden) return <rect x={x - 4} y={y - 4} width={8} height={8} className={stijl.stip} />;
  return <circle cx={x} cy={y} r={4.5} className={stijl.stip} />;
}
