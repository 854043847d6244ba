import { useState } from "react";
import type { Overdrachtonderdeel } from "~/graphql/gen/graphql";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { usePersonen } from "../keuzes";
import { VraagOverdrachtOp } from "../operations/vraagOverdrachtOp";
import { ONDERDEEL, type Cel } from "./overdracht";
import stijl from "./Overdracht.module.css";

const VELDEN = ["onderdelen", "eigenaar", "antwoordVoor"];

/** Asks somebody for what is unknown: that becomes a task on the board. */
export function Opvragen({ cel, bereik, opKlaar }: { cel: Cel; bereik: string; opKlaar: () => void }) {
  const personen = usePersonen();
  const [onderdelen, zetOnderdelen] = useState<string[]>(cel.onbekend);
  const [eigenaar, zetEigenaar] = useState<string | null>(null);
  const [antwoordVoor, zetAntwoordVoor] = useState("");
  const [leeg, zetLeeg] = useState<{ eigenaar?: string; antwoordVoor?: string }>({});
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(VraagOverdrachtOp, bereik), VELDEN);
  const vraag = async () => {
    zetLeeg({
      eigenaar: eigenaar ? undefined : "Kies wie dit uitzoekt.",
      antwoordVoor: antwoordVoor ? undefined : "Kies de dag waarop het antwoord er moet zijn.",
    });
    if (!eigenaar || !antwoordVoor) return;
    // What became known meanwhile is not asked for.
    const nog = onderdelen.filter((id) => cel.onbekend.includes(id as Overdrachtonderdeel));
    const input = { id: cel.id, onderdelen: nog as Overdrachtonderdeel[], eigenaar, antwoordVoor };
    if (!(await verstuur(input))) return;
    kondigAan("De vraag staat als taak op het bord.");
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void vraag()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Zet op het bord"}
      opAnnuleer={opKlaar}
    >
      <p className={stijl.stil}>
        Dit wordt een taak op het bord. Is alles ingevuld, dan gaat de taak vanzelf naar gereed.
      </p>
      <MeerKeuze
        label="Wat wil je weten?"
        opties={cel.onbekend.map((id) => ({ id, naam: ONDERDEEL[id] }))}
        waarde={onderdelen}
        opKies={zetOnderdelen}
        fout={bij("onderdelen")}
      />
      <Keuze
        label="Wie zoekt het uit?"
        zoekbaar
        opties={personen}
        waarde={eigenaar}
        opKies={zetEigenaar}
        fout={bij("eigenaar") ?? leeg.eigenaar}
      />
      <Veld
        label="Antwoord voor"
        soort="datum"
        value={antwoordVoor}
        onChange={zetAntwoordVoor}
        fout={bij("antwoordVoor") ?? leeg.antwoordVoor}
      />
    </Formulier>
  );
}
