import { useState } from "react";
import { graphql } from "~/graphql/gen";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { meldToast } from "~/ui/meldingen";
import { Formulier } from "~/ui/Formulier";
import { Veld } from "~/ui/Veld";

const WijzigWachtwoord = graphql(`
  mutation WijzigWachtwoord($input: WijzigWachtwoordInput!) {
    wijzigWachtwoord(input: $input) {
      positie
      fouten {
        code
        bericht
        veld
      }
    }
  }
`);

export function WachtwoordWijzigen() {
  const [huidig, zetHuidig] = useState("");
  const [nieuw, zetNieuw] = useState("");
  const inzending = useInzending(useMutatie(WijzigWachtwoord), ["huidig", "nieuw"]);

  async function verstuur() {
    if (!(await inzending.verstuur({ huidig, nieuw }))) return;
    zetHuidig("");
    zetNieuw("");
    meldToast("Je wachtwoord is gewijzigd.");
  }
  return (
    <Formulier
      opVerstuur={() => void verstuur()}
      fouten={inzending.algemeen}
      bezig={inzending.bezig}
      knop="Wachtwoord wijzigen"
    >
      <Veld
        label="Huidig wachtwoord"
        soort="wachtwoord"
        autoComplete="current-password"
        value={huidig}
        onChange={zetHuidig}
        fout={inzending.bij("huidig")}
      />
      <Veld
        label="Nieuw wachtwoord"
        hulp="Minstens 12 tekens. Een zin van een paar woorden is sterk en goed te onthouden."
        soort="wachtwoord"
        autoComplete="new-password"
        value={nieuw}
        onChange={zetNieuw}
        fout={inzending.bij("nieuw")}
      />
    </Formulier>
  );
}
