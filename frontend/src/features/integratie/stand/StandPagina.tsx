import { IconPrinter } from "@tabler/icons-react";
import { datumTekst } from "~/lib/datum";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { usePlek, useTraject } from "../kader/trajecten";
import { TrajectPagina, TrajectStaat } from "../kader/TrajectPagina";
import { useTrajectVraag } from "../kader/useTrajectVraag";
import { Besluiten, Budget, Doel, Fasen, Gemeenten, Risicos, Termijnen } from "./Blokken";
import { StandVanZakenQuery, type Stand, type Traject } from "./stand";
import { Verschillen } from "./Verschillen";
import stijl from "./Stand.module.css";

type Blok = React.ComponentType<{ stand: Stand }>;
/** The blocks of the page: each takes the whole state and draws one part. What needs the full width, two columns, and again. */
const BOVEN: Blok[] = [Fasen];
const LINKS: Blok[] = [Doel, Besluiten, Risicos];
const RECHTS: Blok[] = [Verschillen, Termijnen, Budget];
const ONDER: Blok[] = [Gemeenten];
const teken = (blokken: Blok[], stand: Stand) => blokken.map((Een, i) => <Een key={i} stand={stand} />);

/** One page for the steering group: how it stands, as of any day, and what is different. */
export function StandPagina() {
  const { id } = useTraject();
  const { data, ...vraag } = useTrajectVraag(StandVanZakenQuery, { id }, (gelezen) => gelezen.traject, id);
  if (data?.traject) return <StandVanZaken traject={data.traject} />;
  return (
    <TrajectStaat
      titel="Stand van zaken"
      vraag={vraag}
      gebeurd="De stand van zaken kon niet geladen worden."
      skelet={{ regels: 8, hoogte: "5rem" }}
      leeg={<LeegStaat titel="Dit traject is er niet meer">Het is weggehaald terwijl je keek.</LeegStaat>}
    />
  );
}

function StandVanZaken({ traject }: { traject: Traject }) {
  const { personen } = usePlek(`stand:${traject.id}`);
  const stand = { ...traject.standVanZaken, budget: traject.budget };
  return (
    <TrajectPagina titel="Stand van zaken" aanwezigen={{ naam: "Nu bij deze stand", personen }}>
      <div className={stijl.kop}>
        <p>
          <b>{traject.naam}</b> · peildag {datumTekst(stand.peildag)} · {stand.takenKlaar} van {stand.taken}{" "}
          taken klaar
        </p>
        <span className="niet-afdrukken">
          <Knop onPress={() => print()}>
            <IconPrinter size={17} aria-hidden />
            Druk af
          </Knop>
        </span>
      </div>
      {teken(BOVEN, stand)}
      <div className={stijl.blad}>
        <div>{teken(LINKS, stand)}</div>
        <div>{teken(RECHTS, stand)}</div>
      </div>
      {teken(ONDER, stand)}
    </TrajectPagina>
  );
}
