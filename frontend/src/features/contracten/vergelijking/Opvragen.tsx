import { useState } from "react";
import { usePersonen } from "~/features/integratie/keuzes";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import stijl from "../Contracten.module.css";
import { VraagCellenOp } from "../operations/vraagCellenOp";

const VELDEN = ["eigenaar", "antwoordVoor"];
type Props = { cellen: { id: string; waarde?: string | null }[]; opKlaar: () => void };

/** Asks somebody for what is unknown: one task on the board for all of it. */
export function Opvragen({ cellen, opKlaar }: Props) {
  const personen = usePersonen();
  const [eigenaar, zetEigenaar] = useState<string | null>(null);
  const [antwoordVoor, zetAntwoordVoor] = useState("");
  const [leeg, zetLeeg] = useState<{ eigenaar?: string; antwoordVoor?: string }>({});
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(VraagCellenOp, "contracten"), VELDEN);
  // What became known meanwhile is not asked for.
  const ids = cellen.filter(({ waarde }) => !waarde).map(({ id }) => id);
  const vraag = async () => {
    zetLeeg({
      eigenaar: eigenaar ? undefined : "Kies wie dit uitzoekt.",
      antwoordVoor: antwoordVoor ? undefined : "Kies de dag waarop het antwoord er moet zijn.",
    });
    if (!eigenaar || !antwoordVoor) return;
    if (!(await verstuur({ cellen: ids, eigenaar, antwoordVoor }))) return;
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
      uit={ids.length === 0}
    >
      <p className={stijl.stil}>
        {ids.length === 1 ? "1 waarde wordt" : `${ids.length} waarden worden samen`} een taak op het bord. Is
        alles ingevuld, dan gaat de taak vanzelf naar gereed.
      </p>
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
