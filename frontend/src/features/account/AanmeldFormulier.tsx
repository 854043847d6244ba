import { useEffect, useState } from "react";
import type { Fout } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Veld } from "~/ui/Veld";
import { meldAan } from "./aanmelden";

/** Counts down to zero; the form waits with it. */
function useAftellen() {
  const [over, zet] = useState(0);
  useEffect(() => {
    if (over <= 0) return;
    const klok = setTimeout(() => zet(over - 1), 1000);
    return () => clearTimeout(klok);
  }, [over]);
  return [over, zet] as const;
}

const wachtTekst = (seconden: number) =>
  seconden > 90
    ? `Aanmelden kan over ${Math.ceil(seconden / 60)} minuten`
    : `Aanmelden kan over ${seconden} ${seconden === 1 ? "seconde" : "seconden"}`;

export function AanmeldFormulier({ opAangemeld }: { opAangemeld: () => void }) {
  const [email, zetEmail] = useState("");
  const [wachtwoord, zetWachtwoord] = useState("");
  const [fouten, zetFouten] = useState<Fout[]>([]);
  const [bezig, zetBezig] = useState(false);
  const [over, zetOver] = useAftellen();

  async function verstuur() {
    const leeg: Fout[] = [];
    if (!email.trim()) leeg.push({ code: "VERPLICHT", veld: "email", bericht: "Vul je e-mailadres in." });
    if (!wachtwoord) leeg.push({ code: "VERPLICHT", veld: "wachtwoord", bericht: "Vul je wachtwoord in." });
    if (leeg.length) return zetFouten(leeg);
    zetBezig(true);
    const { fouten: nieuw, wachtSeconden } = await meldAan(email.trim(), wachtwoord);
    zetBezig(false);
    zetFouten(nieuw);
    zetOver(wachtSeconden ?? 0);
    if (nieuw.length === 0) opAangemeld();
  }
  const bij = (veld: string) => fouten.find((fout) => fout.veld === veld)?.bericht;
  const algemeen = fouten.filter(({ veld }) => veld !== "email" && veld !== "wachtwoord");
  return (
    <Formulier
      opVerstuur={() => void verstuur()}
      fouten={algemeen.map(({ bericht }) => bericht)}
      bezig={bezig}
      uit={over > 0}
      knop={over > 0 ? wachtTekst(over) : "Aanmelden"}
    >
      <Veld
        label="E-mailadres"
        soort="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={zetEmail}
        fout={bij("email")}
      />
      <Veld
        label="Wachtwoord"
        soort="wachtwoord"
        name="wachtwoord"
        autoComplete="current-password"
        value={wachtwoord}
        onChange={zetWachtwoord}
        fout={bij("wachtwoord")}
      />
    </Formulier>
  );
}
