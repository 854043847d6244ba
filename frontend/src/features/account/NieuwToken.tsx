import { useState } from "react";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { Rondjes } from "~/ui/Rondjes";
import { Veld } from "~/ui/Veld";
import { MaakToken } from "./tokenVragen";
import stijl from "./Account.module.css";

type Props = { opGemaakt: () => void; opKlaar: () => void };
const SCOPES = [
  { id: "LEZEN", naam: "Alleen lezen" },
  { id: "SCHRIJVEN", naam: "Lezen en schrijven" },
];

function Gemaakt({ token, opKlaar }: { token: string; opKlaar: () => void }) {
  const [gekopieerd, zetGekopieerd] = useState<boolean>();
  const kopieer = async () => {
    // Only on https and localhost; elsewhere the text can be selected.
    const gelukt = await (navigator.clipboard?.writeText(token).then(() => true) ?? Promise.reject()).catch(
      () => false,
    );
    zetGekopieerd(gelukt);
    kondigAan(gelukt ? "Token gekopieerd" : "Kopiëren lukt niet in deze browser");
  };
  return (
    <Melding soort="gelukt">
      je token is gemaakt. Kopieer het nu: je ziet het maar één keer. Bewaar het zoals een wachtwoord.
      <div className={stijl.token}>
        <code>{token}</code>
        <Knop onPress={() => void kopieer()}>{gekopieerd ? "Gekopieerd" : "Kopieer token"}</Knop>
        <Knop onPress={opKlaar}>Ik heb het bewaard</Knop>
      </div>
      {gekopieerd === false && <p>Kopiëren lukt niet in deze browser. Selecteer de tekst zelf.</p>}
    </Melding>
  );
}

export function NieuwToken({ opGemaakt, opKlaar }: Props) {
  const [naam, zetNaam] = useState("");
  const [scope, zetScope] = useState("LEZEN");
  const [verloopt, zetVerloopt] = useState("");
  const [token, zetToken] = useState<string>();
  const inzending = useInzending(useMutatie(MaakToken), ["naam", "scopes", "verlooptOp"]);

  async function verstuur() {
    const antwoord = await inzending.verstuur({
      naam,
      scopes: scope === "SCHRIJVEN" ? ["LEZEN", "SCHRIJVEN"] : ["LEZEN"],
      // Valid through the chosen day, where the viewer is.
      verlooptOp: verloopt ? new Date(`${verloopt}T23:59:59`).toISOString() : null,
    });
    if (!antwoord?.token) return;
    zetToken(antwoord.token);
    opGemaakt();
  }
  if (token) return <Gemaakt token={token} opKlaar={opKlaar} />;
  return (
    <Formulier
      opVerstuur={() => void verstuur()}
      fouten={inzending.algemeen}
      bezig={inzending.bezig}
      knop="Maak token"
      opAnnuleer={opKlaar}
    >
      <Veld
        label="Naam"
        hulp="Waarvoor is het? Bijvoorbeeld: rapportage dashboard."
        value={naam}
        onChange={zetNaam}
        autoFocus
        fout={inzending.bij("naam")}
      />
      <Rondjes label="Wat mag het token?" opties={SCOPES} waarde={scope} opKies={zetScope} />
      <Veld
        label="Geldig tot en met"
        hulp="Leeg: het token verloopt niet."
        soort="datum"
        value={verloopt}
        onChange={zetVerloopt}
        fout={inzending.bij("verlooptOp")}
      />
    </Formulier>
  );
}
