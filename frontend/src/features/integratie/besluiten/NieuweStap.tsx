import { useState } from "react";
import { maakWinkel, useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { MaakBesluitstap } from "../operations/maakBesluitstap";
import type { Besluit } from "./besluit";
import { LEEG, mist } from "./stap";
import { StapVelden } from "./StapVelden";

/** What was typed and not saved: closing the dialog throws nothing away. */
const concept = maakWinkel<{ inhoud: typeof LEEG; na?: string | null }>({ inhoud: LEEG });
const VELDEN = [...Object.keys(LEEG), "na"];

type Props = {
  besluit: Besluit;
  mijlpalen: { id: string; naam: string }[];
  bereik: string;
  opKlaar: (id?: string) => void;
};

/** A new step of a decision; by which rule it counts is set on its own panel. */
export function NieuweStap({ besluit, mijlpalen, bereik, opKlaar }: Props) {
  const { inhoud, na = besluit.stappen.at(-1)?.id ?? null } = useWinkel(concept);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(MaakBesluitstap, bereik), VELDEN);
  const sluit = (id?: string) => {
    concept.zet(() => ({ inhoud: LEEG }));
    opKlaar(id);
  };
  const [leeg, zetLeeg] = useState<Record<string, string>>({});
  const bewaar = async () => {
    zetLeeg(mist(inhoud));
    if (!inhoud.gremium) return;
    const antwoord = await verstuur({ besluit: besluit.id, inhoud, na });
    if (!antwoord) return;
    kondigAan(`De stap ‘${inhoud.naam.trim()}’ staat bij het besluit.`);
    sluit(antwoord.stap?.id);
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Voeg de stap toe"}
      opAnnuleer={() => sluit()}
    >
      <StapVelden
        waarden={inhoud}
        wijzig={(nieuw) => concept.zet((oud) => ({ ...oud, inhoud: { ...oud.inhoud, ...nieuw } }))}
        bij={(veld) => leeg[veld] ?? bij(veld)}
        mijlpalen={mijlpalen}
      />
      <Keuze
        label="Komt na"
        opties={besluit.stappen}
        leeg="Niets: dit is de eerste stap"
        waarde={na}
        opKies={(id) => concept.zet((oud) => ({ ...oud, na: id }))}
        fout={bij("na")}
      />
    </Formulier>
  );
}
