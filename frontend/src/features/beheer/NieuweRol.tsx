import { useState } from "react";
import { HUBROL_LIJST, rolNaam } from "~/features/account/rollen";
import type { Hubrol } from "~/graphql/gen/graphql";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { meldToast } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { GeefAanstelling } from "./personen";
import { useAccounthouders } from "./useAccounthouders";

type Props = { persoon: string; gemeenten: { id: string; naam: string }[]; opKlaar: () => void };
const ROLLEN = HUBROL_LIJST.map((id) => ({ id, naam: rolNaam(id) }));

export function NieuweRol({ persoon, gemeenten, opKlaar }: Props) {
  const [hubrol, zetHubrol] = useState<Hubrol | null>(null);
  const [gemeente, zetGemeente] = useState<string | null>(null);
  const [van, zetVan] = useState("");
  const [tot, zetTot] = useState("");
  const [vervangt, zetVervangt] = useState<string | null>(null);
  const houders = useAccounthouders(gemeente).filter(({ id }) => id !== persoon);
  const inzending = useInzending(useMutatie(GeefAanstelling), [
    "hubrol",
    "gemeente",
    "van",
    "tot",
    "vervangt",
  ]);
  const bijGemeente = hubrol === "ACCOUNTHOUDER";

  async function verstuur() {
    if (!hubrol) return;
    const antwoord = await inzending.verstuur({
      persoon,
      hubrol,
      gemeente: bijGemeente ? gemeente : null,
      van: van || null,
      tot: tot || null,
      vervangt: bijGemeente ? vervangt : null,
    });
    if (!antwoord) return;
    meldToast(`Rol ${rolNaam(hubrol)} is gegeven.`);
    opKlaar();
  }
  return (
    <Formulier
      opVerstuur={() => void verstuur()}
      fouten={inzending.algemeen}
      bezig={inzending.bezig}
      uit={!hubrol || (bijGemeente && !gemeente)}
      knop="Geef rol"
      opAnnuleer={opKlaar}
    >
      <Keuze
        label="Rol"
        opties={ROLLEN}
        waarde={hubrol}
        opKies={(rol) => zetHubrol(rol as Hubrol | null)}
        fout={inzending.bij("hubrol")}
      />
      {bijGemeente && (
        <Keuze
          label="Gemeente"
          opties={gemeenten}
          waarde={gemeente}
          opKies={zetGemeente}
          zoekbaar
          fout={inzending.bij("gemeente")}
        />
      )}
      {bijGemeente && gemeente && houders.length > 0 && (
        <Keuze
          label="Als vervanger van"
          hulp="Een vervanger mag hetzelfde als de accounthouder, zolang de rol geldt."
          opties={houders}
          leeg="Niet als vervanger"
          waarde={vervangt}
          opKies={zetVervangt}
          fout={inzending.bij("vervangt")}
        />
      )}
      <Veld
        label="Vanaf"
        hulp="Leeg: vanaf vandaag."
        soort="datum"
        value={van}
        onChange={zetVan}
        fout={inzending.bij("van")}
      />
      <Veld
        label="Tot"
        hulp="De rol geldt tot deze dag. Leeg: geen einde."
        soort="datum"
        value={tot}
        onChange={zetTot}
        fout={inzending.bij("tot")}
      />
    </Formulier>
  );
}
