import { Link } from "react-router";
import { datumTekst } from "~/lib/datum";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import { UITVOERING, type Afspraak } from "../afspraak";
import { UITVOERING_ADRES } from "../uitvoering/Matrix";
import stijl from "../Afspraken.module.css";

/** How far each gemeente is with this agreement; the region on top, with who is missing by name. */
export function Uitvoering({ afspraak: { naam, regionaal, uitvoering } }: { afspraak: Afspraak }) {
  if (uitvoering.length === 0) {
    return (
      <LeegStaat titel="Nog geen gemeenten gekozen">
        Kies op het overzicht in welke gemeenten deze afspraak geldt. Dan kan elke gemeente hier invullen hoe
        ver zij is.
      </LeegStaat>
    );
  }
  return (
    <Vak titel="Hoe ver elke gemeente is" bij={`${regionaal.gereed} van ${regionaal.nodig} gereed`}>
      <p>
        <Status soort={UITVOERING[regionaal.status][0]}>Regio: {UITVOERING[regionaal.status][1]}</Status>
        {regionaal.ontbreekt.length > 0 && (
          <span className={stijl.stil}>
            {" "}
            Nog niet gereed: {regionaal.ontbreekt.map((gemeente) => gemeente.naam).join(", ")}.
          </span>
        )}
      </p>
      <Tabel
        bijschrift={`Uitvoering van ${naam}`}
        rijen={uitvoering}
        sleutel={({ id }) => id}
        kolommen={[
          {
            kop: "Gemeente",
            isNaam: true,
            cel: ({ id, gemeente }) => (
              <Link to={`${UITVOERING_ADRES}/cel/${id}?zoek=${encodeURIComponent(naam)}`}>
                {gemeente.naam}
              </Link>
            ),
          },
          {
            kop: "Status",
            cel: ({ status }) => <Status soort={UITVOERING[status][0]}>{UITVOERING[status][1]}</Status>,
          },
          { kop: "Stand op", cel: ({ datum }) => (datum ? datumTekst(datum) : "niet gezegd") },
          { kop: "Bron", cel: ({ bron }) => bron || "niet gezegd" },
          { kop: "Notitie", cel: ({ notitie }) => notitie || "geen" },
        ]}
      />
    </Vak>
  );
}
