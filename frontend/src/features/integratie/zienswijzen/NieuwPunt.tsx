import { useState } from "react";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { VoegZienswijzepuntToe } from "../operations/voegZienswijzepuntToe";

type Props = {
  besluit: string;
  gemeenten: { id: string; naam: string }[];
  bereik: string;
  opSluit: () => void;
};

/** Writes down what a council said. */
export function NieuwPunt({ besluit, gemeenten, bereik, opSluit }: Props) {
  const [gemeente, zetGemeente] = useState<string | null>(gemeenten.length === 1 ? gemeenten[0]!.id : null);
  const [thema, zetThema] = useState("");
  const [punt, zetPunt] = useState("");
  const [leeg, zetLeeg] = useState(false);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(VoegZienswijzepuntToe, bereik), [
    "gemeente",
    "thema",
    "punt",
  ]);
  const bewaar = async () => {
    zetLeeg(!gemeente);
    if (!gemeente || !(await verstuur({ besluit, gemeente, thema, punt }))) return;
    kondigAan("Het punt staat in het register.");
    opSluit();
  };
  return (
    <Dialoog titel="Nieuw punt van een raad" open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void bewaar()}
        fouten={algemeen}
        bezig={bezig}
        knop={bezig ? "Bezig met bewaren…" : "Zet in het register"}
        opAnnuleer={opSluit}
      >
        <Keuze
          label="Gemeente"
          opties={gemeenten}
          waarde={gemeente}
          opKies={zetGemeente}
          fout={bij("gemeente") ?? (leeg && !gemeente ? "Kies een gemeente." : undefined)}
        />
        <Veld
          label="Thema"
          isRequired
          maxLength={100}
          value={thema}
          onChange={zetThema}
          hulp="Bijvoorbeeld kosten of zeggenschap: het register staat per thema."
          fout={bij("thema")}
        />
        <Veld
          label="Wat zei de raad?"
          soort="lang"
          isRequired
          maxLength={5000}
          value={punt}
          onChange={zetPunt}
          hulp="Noem geen namen van personen en geen BSN."
          fout={bij("punt")}
        />
      </Formulier>
    </Dialoog>
  );
}
