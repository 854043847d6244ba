import { useState } from "react";
import { Knop } from "~/ui/Knop";
import { Regiolabel, regioSleutel } from "~/ui/Regiolabel";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import { datumTekst } from "~/lib/datum";
import { STAND, STANDEN } from "../attribuut";
import stijlen from "../Contracten.module.css";
import { procentTekst, type Graad as GraadType, type Standen } from "./graad";
import stijl from "./Graad.module.css";
import { Verloop } from "./Verloop";

const telling = (standen: Standen, stand: string) => standen.standen.find((een) => een.stand === stand);
const deel = (standen: Standen, stand: string, gewogen: boolean) => {
  const een = telling(standen, stand);
  return (gewogen ? een?.procentGewogen : een?.procent) ?? null;
};

/** How far it is: all together, where, over time, and the table behind it. */
export function Graad({ graad }: { graad: GraadType }) {
  const weegt = graad.samen.standen.some(
    ({ procentGewogen }) => procentGewogen !== null && procentGewogen !== undefined,
  );
  const [wil, zetWil] = useState(false);
  const gewogen = wil && weegt;
  const { samen } = graad;
  const onzeker = graad.inwoners.some(({ zeker }) => !zeker);
  return (
    <>
      <Vakken>
        <Kolom>
          <Vak
            titel="Harmonisatiegraad"
            bij={`${samen.totaal} attributen op ${datumTekst(graad.op)}`}
            actie={
              weegt && (
                <>
                  <Knop aan={!gewogen} onPress={() => zetWil(false)}>
                    Per attribuut
                  </Knop>
                  <Knop aan={gewogen} onPress={() => zetWil(true)}>
                    Gewogen naar inwoners
                  </Knop>
                </>
              )
            }
          >
            <div className={stijl.balk} aria-hidden>
              {STANDEN.map((stand) => {
                const procent = deel(samen, stand, gewogen) ?? 0;
                return procent > 0 ? (
                  <div
                    key={stand}
                    className={`${stijl.deel} ${stijl[stand]}`}
                    style={{ width: `${procent}%` }}
                  />
                ) : null;
              })}
            </div>
            <ul className={stijl.legenda} aria-label="Harmonisatiegraad" aria-live="polite">
              {STANDEN.map((stand) => (
                <li key={stand}>
                  <Status soort={STAND[stand][0]}>{STAND[stand][1]}</Status>{" "}
                  <b>
                    {gewogen ? procentTekst(deel(samen, stand, true)) : (telling(samen, stand)?.aantal ?? 0)}
                  </b>
                  {!gewogen && (
                    <span className={stijlen.stil}> {procentTekst(deel(samen, stand, false))}</span>
                  )}
                </li>
              ))}
            </ul>
            <p className={stijlen.stil}>
              Gelijk: alle waarden zijn bekend en hetzelfde. Gepland en besloten: het wordt gelijk, met of nog
              zonder dag. Open: het verschilt en er is niets besloten. Onbekend telt nergens als gelijk mee.
              {gewogen && onzeker && " De aantallen inwoners zijn niet zeker."}
            </p>
          </Vak>
          <Verloop />
        </Kolom>
        <Kolom>
          <Vak titel="Waar het gelijk is" bij="gelijk, per element en regio">
            <div
              tabIndex={0}
              role="region"
              aria-label="Kaart van wat gelijk is"
              style={{ overflowX: "auto" }}
            >
              <table className={stijl.hitte}>
                <thead>
                  <tr>
                    <th scope="col">Sturingselement</th>
                    {graad.perRegio.map(({ regio }) => {
                      const sleutel = regioSleutel(regio.sleutel);
                      return (
                        <th key={regio.id} scope="col">
                          {sleutel ? <Regiolabel regio={sleutel} /> : regio.naam}
                        </th>
                      );
                    })}
                  </tr>
                </thead>
                <tbody>
                  {graad.perElement.map(({ element, naam, perRegio }) => (
                    <tr key={element}>
                      <th scope="row">{naam}</th>
                      {perRegio.map(({ regio, samen: standen }) => {
                        const aantal = telling(standen, "GELIJK")?.aantal ?? 0;
                        const procent = deel(standen, "GELIJK", false) ?? 0;
                        return (
                          <td
                            key={regio.id}
                            data-trap={aantal === 0 ? 0 : Math.min(4, 1 + Math.floor(procent / 25))}
                          >
                            {aantal} van {standen.totaal}
                          </td>
                        );
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Vak>
        </Kolom>
      </Vakken>
      <Vak titel="Per element, domein, contract en regio">
        <Tabel
          bijschrift="Harmonisatiegraad per element, domein, contract en regio"
          rijen={[
            ...graad.perElement.map(({ element, naam, samen: standen }) => ({
              id: element as string,
              naam,
              standen,
            })),
            ...graad.perDomein
              .filter(({ samen: standen }) => standen.totaal > 0)
              .map(({ domein, samen: standen }) => ({ id: domein.id, naam: domein.naam, standen })),
            ...graad.perContract.map(({ contract, samen: standen }) => ({
              id: contract.id,
              naam: `${contract.nummer} · ${contract.naam}`,
              standen,
            })),
            ...graad.perRegio.map(({ regio, samen: standen }) => ({
              id: regio.id,
              naam: regio.naam,
              standen,
            })),
          ]}
          sleutel={({ id }) => id}
          kolommen={[
            { kop: "Deel", isNaam: true, cel: ({ naam }) => naam },
            ...STANDEN.map((stand) => ({
              kop: STAND[stand][1],
              getal: true,
              cel: ({ standen }: { standen: Standen }) =>
                gewogen ? procentTekst(deel(standen, stand, true)) : (telling(standen, stand)?.aantal ?? 0),
            })),
          ]}
        />
      </Vak>
    </>
  );
}
