import { useState } from "react";
import type { Budgeteffectsoort } from "~/graphql/gen/graphql";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { VoegBudgeteffectToe } from "../operations/voegBudgeteffectToe";
import { SOORT, type Regel, type Traject } from "./budget";
import stijl from "./Budget.module.css";

const VELDEN = ["aanleiding", "bedrag", "soort", "toelichting"];

type Props = { regel: Regel; traject: Traject; bereik: string; opKlaar: () => void };

/** What a task or a decision costs or saves, on top of what is expected. */
export function EffectFormulier({ regel, traject, bereik, opKlaar }: Props) {
  const [aanleiding, zetAanleiding] = useState<string | null>(null);
  const [bedrag, zetBedrag] = useState("");
  const [soort, zetSoort] = useState<Budgeteffectsoort>("EENMALIG");
  const [toelichting, zetToelichting] = useState("");
  const [kies, zetKies] = useState<string>();
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(VoegBudgeteffectToe, bereik), VELDEN);
  const opties = [
    ...traject.besluiten.map(({ id, naam }) => ({ id, naam: `Besluit: ${naam}` })),
    ...traject.borden.flatMap(({ taken }) => taken).map(({ id, titel }) => ({ id, naam: titel })),
  ];
  const voegToe = async () => {
    zetKies(aanleiding ? undefined : "Kies de taak of het besluit waar het door komt.");
    if (!aanleiding) return;
    if (!(await verstuur({ id: regel.id, aanleiding, bedrag, soort, toelichting }))) return;
    kondigAan("Het effect staat bij deze regel.");
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void voegToe()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Voeg toe"}
      opAnnuleer={opKlaar}
    >
      <p className={stijl.stil}>
        Een effect komt boven op wat verwacht wordt. Zit het later in de prognose, haal het hier dan weg.
      </p>
      <Keuze
        label="Taak of besluit"
        zoekbaar
        opties={opties}
        waarde={aanleiding}
        opKies={zetAanleiding}
        fout={bij("aanleiding") ?? kies}
      />
      <Veld
        label="Bedrag"
        value={bedrag}
        onChange={zetBedrag}
        hulp="Hele euro’s. Levert het iets op, zet er dan een min voor."
        fout={bij("bedrag")}
      />
      <Keuze
        label="Hoe vaak"
        opties={(Object.keys(SOORT) as Budgeteffectsoort[]).map((id) => ({
          id,
          naam: id === "STRUCTUREEL" ? `Elk jaar, vanaf ${regel.jaar}` : `Eenmalig, in ${regel.jaar}`,
        }))}
        waarde={soort}
        opKies={(keuze) => keuze && zetSoort(keuze as Budgeteffectsoort)}
        fout={bij("soort")}
      />
      <Veld
        label="Toelichting"
        maxLength={500}
        value={toelichting}
        onChange={zetToelichting}
        fout={bij("toelichting")}
      />
    </Formulier>
  );
}
