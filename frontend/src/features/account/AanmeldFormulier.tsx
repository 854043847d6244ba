import { useState } from "react";
import type { Fout } from "~/realtime/useMutatie";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { Veld } from "~/ui/Veld";
import { meldAan } from "./aanmelden";
import stijl from "./Aanmelden.module.css";

export function AanmeldFormulier({ opAangemeld }: { opAangemeld: () => void }) {
  const [email, setEmail] = useState("");
  const [wachtwoord, setWachtwoord] = useState("");
  const [fouten, setFouten] = useState<Fout[]>([]);
  const [bezig, setBezig] = useState(false);

  async function verstuur(gebeurtenis: React.FormEvent) {
    gebeurtenis.preventDefault();
    setBezig(true);
    const nieuw = await meldAan(email, wachtwoord);
    setBezig(false);
    setFouten(nieuw);
    if (nieuw.length === 0) opAangemeld();
  }
  const bij = (veld: string) => fouten.find((fout) => fout.veld === veld)?.bericht;
  return (
    <form className={stijl.formulier} onSubmit={(g) => void verstuur(g)} noValidate>
      {fouten
        .filter(({ veld }) => !veld)
        .map(({ bericht }) => (
          <Melding key={bericht} soort="fout">
            {bericht}
          </Melding>
        ))}
      <Veld
        label="E-mailadres"
        soort="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        fout={bij("email")}
      />
      <Veld
        label="Wachtwoord"
        soort="wachtwoord"
        name="wachtwoord"
        autoComplete="current-password"
        value={wachtwoord}
        onChange={setWachtwoord}
        fout={bij("wachtwoord")}
      />
      <Knop type="submit" soort="vol" isDisabled={bezig}>
        Aanmelden
      </Knop>
    </form>
  );
}
