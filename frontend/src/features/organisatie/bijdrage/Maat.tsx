import { Tabel } from "~/ui/Tabel";
import type { Kolom } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import {
  isLeeg,
  procentTekst,
  rijenVan,
  WOORDEN,
  type Bijdrage,
  type Maat as Soort,
  type Rij,
} from "./bijdrage";
import { Verloop } from "./Verloop";
import stijl from "./Bijdrage.module.css";

function kolommen({ soort }: Soort): Kolom<Rij>[] {
  const { gehaald, teLaat, niet, onbekend, inwoners } = WOORDEN[soort];
  const bij = (kop: string | undefined, cel: (rij: Rij) => React.ReactNode) =>
    kop ? [{ kop, getal: true, cel }] : [];
  const aantal = (kop: string | undefined, veld: "teLaat" | "niet") =>
    bij(kop, ({ telling }) => (telling.totaal === 0 ? "–" : telling[veld]));
  return [
    { kop: "Wie", isNaam: true, cel: ({ naam }) => naam },
    {
      kop: gehaald,
      getal: true,
      cel: ({ telling }) =>
        telling.totaal === 0 ? (
          <span className={stijl.stil}>niets te tellen</span>
        ) : (
          `${telling.gehaald} van ${telling.totaal}`
        ),
    },
    {
      kop: "Aandeel",
      cel: ({ telling: { procent } }) =>
        procent === null || procent === undefined ? (
          "–"
        ) : (
          <span className={stijl.aandeel}>
            <span className={stijl.balk} aria-hidden>
              <span style={{ width: `${procent}%` }} />
            </span>
            {procentTekst(procent)}
          </span>
        ),
    },
    ...aantal(teLaat, "teLaat"),
    ...aantal(niet, "niet"),
    ...bij(onbekend, ({ telling }) => telling.onbekend),
    ...bij(inwoners, ({ sleutel, telling }) =>
      sleutel === "alle"
        ? ""
        : telling.inwonersdeel == null
          ? "onbekend"
          : procentTekst(telling.inwonersdeel),
    ),
  ];
}

/** One way to contribute: the chosen gemeente beside the regions, how far gemeenten lie apart, and how it went. */
export function Maat({ maat, bijdrage }: { maat: Soort; bijdrage: Bijdrage }) {
  const { naam } = WOORDEN[maat.soort];
  const { spreiding } = maat;
  const uitleg = <p className={stijl.uitleg}>{maat.uitleg}</p>;
  return (
    <Vak titel={naam} bij={maat.soort === "WERK" ? "vandaag" : undefined}>
      {isLeeg(maat) ? (
        <>
          <p>
            {maat.soort === "WERK"
              ? "Er is geen open werk met een eigenaar."
              : "In deze periode is er niets te tellen."}
          </p>
          {uitleg}
        </>
      ) : (
        <div className={stijl.beeld}>
          <div className={stijl.cijfers}>
            <Tabel
              bijschrift={`${naam} in cijfers`}
              rijen={rijenVan(maat, bijdrage)}
              sleutel={({ sleutel }) => sleutel}
              kolommen={kolommen(maat)}
            />
            <p>
              {spreiding ? (
                <>
                  Tussen gemeenten: het laagste aandeel is <b>{procentTekst(spreiding.laagste)}</b>, het
                  middelste <b>{procentTekst(spreiding.midden)}</b>, het hoogste{" "}
                  <b>{procentTekst(spreiding.hoogste)}</b>.
                </>
              ) : (
                "Bij minder dan drie gemeenten is er iets te tellen. Daarom staat hier niet hoe ver zij uit elkaar liggen."
              )}
            </p>
            {uitleg}
          </div>
          <Verloop maat={maat} />
        </div>
      )}
    </Vak>
  );
}
