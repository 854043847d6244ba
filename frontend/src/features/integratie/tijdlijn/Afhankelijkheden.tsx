import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { IconKnop } from "~/ui/Knop";
import { kondigAan } from "~/ui/meldingen";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { WijzigAfhankelijkheden } from "../operations/wijzigAfhankelijkheden";
import type { Regel, Traject } from "./traject";
import stijl from "./Tijdlijn.module.css";

type Band = { mijlpaal: string; wachttijd: string };

/** What a milestone waits for: chosen from the others, each with a number of days. */
export function Afhankelijkheden({
  regel: { mijlpaal },
  traject,
  bereik,
}: {
  regel: Regel;
  traject: Traject;
  bereik: string;
}) {
  const nu = mijlpaal.na.map((na) => ({ mijlpaal: na.mijlpaal.id, wachttijd: String(na.wachttijd) }));
  const [mijn, zetMijn] = useState<Band[]>();
  const banden = mijn ?? nu;
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(WijzigAfhankelijkheden, bereik), [
    "na",
    "wachttijd",
  ]);
  const anderen = traject.prognose.mijlpalen
    .map((regel) => regel.mijlpaal)
    .filter(({ id }) => id !== mijlpaal.id && !banden.some((band) => band.mijlpaal === id));
  const naamVan = (id: string) =>
    traject.prognose.mijlpalen.find((regel) => regel.mijlpaal.id === id)?.mijlpaal.naam ?? "Onbekend";
  const bewaar = async () => {
    // What is no number becomes a million, and the hub says what is wrong with it.
    const na = banden.map(({ mijlpaal: voor, wachttijd }) => ({
      mijlpaal: voor,
      wachttijd: /^-?\d{1,6}$/.test(wachttijd.trim()) ? Number(wachttijd) : 1_000_000,
    }));
    if (!(await verstuur({ id: mijlpaal.id, na }))) return;
    kondigAan("De verbanden zijn bewaard.");
    zetMijn(undefined);
  };
  return (
    <Vak titel="Wacht op">
      <Formulier
        opVerstuur={() => void bewaar()}
        fouten={[...algemeen, ...[bij("na")].filter((fout) => fout !== undefined)]}
        bezig={bezig}
        uit={!mijn}
        knop={bezig ? "Bezig met bewaren…" : "Bewaar verbanden"}
        opAnnuleer={mijn ? () => zetMijn(undefined) : undefined}
      >
        {banden.map((band, i) => (
          <div key={band.mijlpaal} className={stijl.band}>
            <Veld
              label={`Dagen na ‘${naamVan(band.mijlpaal)}’`}
              hulp={i === 0 ? "Met een min ervoor: zoveel dagen mogen zij overlappen." : undefined}
              value={band.wachttijd}
              onChange={(wachttijd) =>
                zetMijn(banden.map((een) => (een.mijlpaal === band.mijlpaal ? { ...een, wachttijd } : een)))
              }
              fout={bij("wachttijd")}
            />
            <IconKnop
              naam={`Wacht niet meer op ‘${naamVan(band.mijlpaal)}’`}
              onPress={() => zetMijn(banden.filter((een) => een.mijlpaal !== band.mijlpaal))}
            >
              <IconX size={18} aria-hidden />
            </IconKnop>
          </div>
        ))}
        <Keuze
          key={banden.length}
          label="Wacht ook op"
          opties={anderen.map(({ id, naam }) => ({ id, naam }))}
          waarde={null}
          leeg="Kies een mijlpaal"
          opKies={(id) => id && zetMijn([...banden, { mijlpaal: id, wachttijd: "0" }])}
        />
      </Formulier>
    </Vak>
  );
}
