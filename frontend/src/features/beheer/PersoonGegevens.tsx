import { useState } from "react";
import type { PersoonInBeheerFragment } from "~/graphql/gen/graphql";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { meldToast } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { WijzigPersoon } from "./personen";

export function PersoonGegevens({ persoon }: { persoon: PersoonInBeheerFragment }) {
  // Undefined until somebody types: then what a colleague changes shows at once, and what is typed stays.
  const [naam, zetNaam] = useState<string>();
  const [email, zetEmail] = useState<string>();
  const inzending = useInzending(useMutatie(WijzigPersoon), ["naam", "email"]);

  async function verstuur() {
    if (!(await inzending.verstuur({ id: persoon.id, naam, email }))) return;
    zetNaam(undefined);
    zetEmail(undefined);
    meldToast("De gegevens zijn gewijzigd.");
  }
  return (
    <Formulier
      opVerstuur={() => void verstuur()}
      fouten={inzending.algemeen}
      bezig={inzending.bezig}
      uit={naam === undefined && email === undefined}
      knop="Opslaan"
    >
      <Veld label="Naam" value={naam ?? persoon.naam} onChange={zetNaam} fout={inzending.bij("naam")} />
      <Veld
        label="E-mailadres"
        soort="email"
        value={email ?? persoon.email ?? ""}
        onChange={zetEmail}
        fout={inzending.bij("email")}
      />
    </Formulier>
  );
}
