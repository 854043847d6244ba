import { bedragTekst, optelTekst } from "~/lib/bedrag";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import type { PerGemeente } from "./budget";
import stijl from "./Budget.module.css";

const HOOG = 26;
const NAAM = 128;
const BREED = 640;

/** Frame and expectation per gemeente as bars, with the same in a table beside it. */
export function Grafiek({ rijen, jaar }: { rijen: PerGemeente[]; jaar: number }) {
  const bekend = rijen.filter(({ som }) => som.kader.bekend > 0 || som.naEffecten.bekend > 0);
  const meest = Math.max(1, ...bekend.flatMap(({ som }) => [som.kader.som ?? 0, som.naEffecten.som ?? 0]));
  const breedte = (euros: number | null | undefined) =>
    (Math.max(0, euros ?? 0) / meest) * (BREED - NAAM - 8);
  const naam = `Kader en verwachting per gemeente in ${jaar}`;
  return (
    <Vak titel={naam} bij={`${bekend.length} van ${rijen.length} gemeenten met bedragen`}>
      {bekend.length === 0 ? (
        <p className={stijl.stil}>Er is nog geen enkel bedrag bekend.</p>
      ) : (
        <div className={stijl.beeld}>
          <figure className={stijl.figuur}>
            <svg
              viewBox={`0 0 ${BREED} ${bekend.length * HOOG}`}
              role="img"
              aria-label={`${naam}. De tabel hiernaast geeft dezelfde bedragen.`}
            >
              {bekend.map(({ gemeente, som }, i) => (
                <g key={gemeente?.id} transform={`translate(0 ${i * HOOG})`}>
                  <text x={NAAM - 8} y={HOOG / 2} className={stijl.tekst}>
                    {gemeente?.naam}
                  </text>
                  <rect
                    x={NAAM}
                    y={8}
                    width={breedte(som.naEffecten.som)}
                    height={HOOG - 14}
                    className={som.overschreden > 0 ? stijl.over : stijl.verwacht}
                  />
                  <rect
                    x={NAAM}
                    y={5}
                    width={breedte(som.kader.som)}
                    height={HOOG - 8}
                    className={stijl.kader}
                  />
                </g>
              ))}
            </svg>
            <figcaption className={stijl.stil}>
              Vlak: wat verwacht wordt, met de effecten van taken en besluiten. Rand: het bestaande kader.
              Beide tellen alleen wat bekend is.
            </figcaption>
          </figure>
          <Tabel
            bijschrift={`${naam}, als tabel`}
            rijen={bekend}
            sleutel={({ gemeente }) => gemeente?.id ?? ""}
            kolommen={[
              { kop: "Gemeente", isNaam: true, cel: ({ gemeente }) => gemeente?.naam },
              { kop: "Kader", getal: true, cel: ({ som }) => optelTekst(som.kader) },
              { kop: "Verwacht", getal: true, cel: ({ som }) => optelTekst(som.naEffecten) },
              {
                kop: "Over het kader",
                getal: true,
                cel: ({ som }) => (som.overschreden > 0 ? bedragTekst(som.bedragOver) : "–"),
              },
            ]}
          />
        </div>
      )}
    </Vak>
  );
}
