import { useState } from "react";
import { useNavigate } from "react-router";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Veld } from "~/ui/Veld";
import { MaakPersoon } from "./personen";

type Props = { open: boolean; opSluit: () => void };

function Velden({ opSluit }: { opSluit: () => void }) {
  const ga = useNavigate();
  const [naam, zetNaam] = useState("");
  const [email, zetEmail] = useState("");
  const [wachtwoord, zetWachtwoord] = useState("");
  // No scope: a password must never wait in the browser's storage for a line.
  const inzending = useInzending(useMutatie(MaakPersoon), ["naam", "email", "wachtwoord"]);

  async function verstuur() {
    const antwoord = await inzending.verstuur({ naam, email, wachtwoord: wachtwoord || null });
    if (!antwoord) return;
    opSluit();
    if (antwoord.persoon) void ga(`/beheer/personen/${antwoord.persoon.id}`);
  }
  return (
    <Formulier
      opVerstuur={() => void verstuur()}
      fouten={inzending.algemeen}
      bezig={inzending.bezig}
      knop="Toevoegen"
      opAnnuleer={opSluit}
    >
      <Veld label="Naam" value={naam} onChange={zetNaam} fout={inzending.bij("naam")} autoFocus isRequired />
      <Veld
        label="E-mailadres"
        soort="email"
        value={email}
        onChange={zetEmail}
        fout={inzending.bij("email")}
        isRequired
      />
      <Veld
        label="Eerste wachtwoord"
        hulp="Leeg: deze persoon kan zich nog niet aanmelden. Geef het door op een veilige manier."
        soort="wachtwoord"
        autoComplete="new-password"
        value={wachtwoord}
        onChange={zetWachtwoord}
        fout={inzending.bij("wachtwoord")}
      />
      <p>Hierna geef je deze persoon een rol. Zonder rol is er niets te zien.</p>
    </Formulier>
  );
}

export function NieuwePersoon({ open, opSluit }: Props) {
  return (
    <Dialoog titel="Persoon toevoegen" open={open} opSluit={opSluit}>
      <Velden opSluit={opSluit} />
    </Dialoog>
  );
}
