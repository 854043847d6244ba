import { useState } from "react";
import { usePersonen } from "~/features/integratie/keuzes";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { BehandelSignaal } from "../operations/behandelSignaal";
import stijl from "../Afspraken.module.css";
import type { Signaal } from "./signaal";

/** Who finds out, what the answer is, and when whoever raised it heard it. */
export function BehandelFormulier({ signaal, opKlaar }: { signaal: Signaal; opKlaar: () => void }) {
  const personen = usePersonen();
  const [waarden, zetWaarden] = useState({
    eigenaar: signaal.eigenaar?.id ?? null,
    antwoord: signaal.antwoord,
    teruggekoppeldOp: signaal.teruggekoppeldOp ?? "",
  });
  const zet = (nieuw: Partial<typeof waarden>) => zetWaarden((oud) => ({ ...oud, ...nieuw }));
  const { verstuur, bezig, bij, algemeen } = useInzending(
    useMutatie(BehandelSignaal, "afspraken"),
    Object.keys(waarden),
  );
  const bewaar = async () => {
    const { id, versie: verwachteVersie } = signaal;
    const teruggekoppeldOp = waarden.teruggekoppeldOp || null;
    if (!(await verstuur({ id, verwachteVersie, ...waarden, teruggekoppeldOp }))) return;
    kondigAan("Het signaal is bijgewerkt.");
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
      opAnnuleer={opKlaar}
    >
      <p className={stijl.tekst}>{signaal.tekst}</p>
      <Keuze
        label="Eigenaar"
        zoekbaar
        opties={personen}
        leeg="Nog niemand"
        waarde={waarden.eigenaar}
        opKies={(eigenaar) => zet({ eigenaar })}
        hulp="Wie zoekt het uit?"
        fout={bij("eigenaar")}
      />
      <Veld
        label="Antwoord"
        soort="lang"
        maxLength={2000}
        value={waarden.antwoord}
        onChange={(antwoord) => zet({ antwoord })}
        fout={bij("antwoord")}
      />
      <Veld
        label="Teruggekoppeld op"
        soort="datum"
        value={waarden.teruggekoppeldOp}
        onChange={(teruggekoppeldOp) => zet({ teruggekoppeldOp })}
        hulp={`Wanneer hoorde ${signaal.gemeldDoor?.naam ?? "de melder"} het antwoord?`}
        fout={bij("teruggekoppeldOp")}
      />
    </Formulier>
  );
}
