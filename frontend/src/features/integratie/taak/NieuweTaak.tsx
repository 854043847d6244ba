import { useState } from "react";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { useVerbinding } from "~/realtime/verbinding";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Melding } from "~/ui/Melding";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { MaakTaak } from "../operations/maakTaak";
import type { Omgeving } from "../Takenbord";
import { Invoervelden } from "./Invoervelden";
import { LEEG, VELDEN, type Waarden } from "./velden";

export function NieuweTaak({ omgeving, opSluit }: { omgeving: Omgeving; opSluit: () => void }) {
  const { bord, bereik } = omgeving;
  const [waarden, zetWaarden] = useState<Waarden>(LEEG);
  const [kolom, zetKolom] = useState(bord.kolommen[0]?.id ?? null);
  const [titelFout, zetTitelFout] = useState<string>();
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(MaakTaak, bereik), [...VELDEN, "kolom"]);
  const { stand } = useVerbinding();

  const maak = async () => {
    const leeg = waarden.titel.trim() === "";
    zetTitelFout(leeg ? "Vul een titel in, dan weet iedereen wat er moet gebeuren." : undefined);
    if (leeg || !kolom) return;
    const antwoord = await verstuur({ bord: bord.id, kolom, ...waarden });
    if (!antwoord) return;
    const naam = bord.kolommen.find(({ id }) => id === kolom)?.naam;
    meldToast(`‘${waarden.titel.trim()}’ staat in ${naam}.`);
    kondigAan(`Taak ‘${waarden.titel.trim()}’ gemaakt in ${naam}.`);
    opSluit();
  };
  return (
    <Dialoog titel="Nieuwe taak" open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void maak()}
        fouten={algemeen}
        bezig={bezig}
        knop={bezig ? "Bezig met maken…" : "Maak taak"}
        opAnnuleer={opSluit}
      >
        <Invoervelden
          waarden={waarden}
          opWijzig={(veld, waarde) => zetWaarden((oud) => ({ ...oud, [veld]: waarde }))}
          functies={bord.traject.functies}
          fout={(veld) => (veld === "titel" && titelFout) || bij(veld)}
        />
        <Keuze label="Kolom" opties={bord.kolommen} waarde={kolom} opKies={zetKolom} fout={bij("kolom")} />
        {bezig && stand === "offline" && (
          <Melding soort="info">
            Er is geen verbinding. De taak wordt gemaakt zodra de hub weer bereikbaar is. Je mag dit venster
            sluiten.
          </Melding>
        )}
      </Formulier>
    </Dialoog>
  );
}
