import { useState } from "react";
import { useNavigate } from "react-router";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { StartTraject } from "../operations/startTraject";
import { trajectAdres, useTraject } from "./trajecten";

const ModulesQuery = graphql(`
  query ModuleKeuze {
    modules {
      id
      naam
    }
  }
`);
const VELDEN = ["naam", "omschrijving", "module", "streefdatum"];

/** A trajectory after the example of the one that is open. */
export function NieuwTraject({ opSluit }: { opSluit: () => void }) {
  const voorbeeld = useTraject();
  const ga = useNavigate();
  const [{ data }] = useQuery({ query: ModulesQuery });
  const [naam, zetNaam] = useState("");
  const [omschrijving, zetOmschrijving] = useState("");
  const [module, zetModule] = useState<string | null>(voorbeeld.module.id);
  const [streefdatum, zetStreefdatum] = useState("");
  const [leeg, zetLeeg] = useState<Record<string, string>>({});
  const stuur = useMutatie(StartTraject, voorbeeld.bereik);
  const { verstuur, bezig, bij, algemeen } = useInzending(stuur, VELDEN);
  const start = async () => {
    const mist: Record<string, string> = {};
    if (!streefdatum) mist["streefdatum"] = "Kies de dag waarop de verandering moet ingaan.";
    if (!module) mist["module"] = "Kies een module.";
    zetLeeg(mist);
    if (!streefdatum || !module) return;
    const antwoord = await verstuur({ sjabloon: voorbeeld.id, naam, omschrijving, module, streefdatum });
    if (!antwoord?.traject) return;
    meldToast(`‘${naam.trim()}’ is gestart.`);
    kondigAan(`Het traject ‘${naam.trim()}’ is gestart.`);
    opSluit();
    void ga(trajectAdres(antwoord.traject.id, "tijdlijn"));
  };
  return (
    <Dialoog titel="Nieuw traject" open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void start()}
        fouten={algemeen}
        bezig={bezig}
        knop={bezig ? "Bezig met starten…" : "Start traject"}
        opAnnuleer={opSluit}
      >
        <p>
          Naar het voorbeeld van <b>{voorbeeld.naam}</b>: dezelfde functies, kolommen, mijlpalen, termijnen en
          besluiten. Elke dag schuift mee met de streefdatum. Taken, antwoorden en risico’s beginnen leeg.
        </p>
        <Veld
          label="Naam"
          isRequired
          maxLength={200}
          value={naam}
          onChange={zetNaam}
          fout={bij("naam")}
          hulp="Bijvoorbeeld: Midden-Limburg in module 2"
        />
        <Keuze
          label="Module"
          opties={data?.modules ?? []}
          waarde={module}
          opKies={zetModule}
          fout={leeg["module"] ?? bij("module")}
        />
        <Veld
          label="Streefdatum"
          soort="datum"
          isRequired
          min="2014-01-01"
          value={streefdatum}
          onChange={zetStreefdatum}
          fout={leeg["streefdatum"] ?? bij("streefdatum")}
          hulp="De dag waarop de verandering moet ingaan."
        />
        <Veld
          label="Omschrijving"
          soort="lang"
          maxLength={10000}
          value={omschrijving}
          onChange={zetOmschrijving}
          fout={bij("omschrijving")}
          hulp="Wat wil dit traject bereiken?"
        />
      </Formulier>
    </Dialoog>
  );
}
