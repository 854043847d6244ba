import { useState } from "react";
import { MeldOveralAf } from "~/features/account/overalAf";
import type { PersoonInBeheerFragment } from "~/graphql/gen/graphql";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Bevestig } from "~/ui/Bevestig";
import { Knop } from "~/ui/Knop";
import { meldToast } from "~/ui/meldingen";
import { Status } from "~/ui/Status";
import { Veld } from "~/ui/Veld";
import { WijzigPersoon } from "./personen";
import stijl from "./Beheer.module.css";

type Props = { persoon: PersoonInBeheerFragment; isIk: boolean };
type Vraag = "blokkeer" | "wachtwoord" | "afmelden";

export function Toegang({ persoon: { id, naam, actief }, isIk }: Props) {
  const [vraag, zetVraag] = useState<Vraag>();
  const [wachtwoord, zetWachtwoord] = useState("");
  const wijziging = useInzending(useMutatie(WijzigPersoon), ["wachtwoord"]);
  const afmelding = useInzending(useMutatie(MeldOveralAf), []);
  const sluit = () => {
    zetVraag(undefined);
    zetWachtwoord("");
  };
  const rond = async (gelukt: Promise<unknown>, melding: string) => {
    if (!(await gelukt)) return;
    sluit();
    meldToast(melding);
  };
  return (
    <>
      <p>
        {actief ? (
          <Status soort="gereed">Kan zich aanmelden</Status>
        ) : (
          <Status soort="fout">Geblokkeerd</Status>
        )}
      </p>
      <div className={stijl.knoppen}>
        <Knop onPress={() => zetVraag("wachtwoord")}>Nieuw wachtwoord</Knop>
        <Knop onPress={() => zetVraag("afmelden")}>Overal afmelden</Knop>
        {actief ? (
          <Knop soort="gevaar" isDisabled={isIk} onPress={() => zetVraag("blokkeer")}>
            Blokkeren
          </Knop>
        ) : (
          <Knop
            isDisabled={wijziging.bezig}
            onPress={() =>
              void rond(wijziging.verstuur({ id, actief: true }), `${naam} kan zich weer aanmelden.`)
            }
          >
            Blokkade opheffen
          </Knop>
        )}
      </div>
      {isIk && <p className={stijl.stil}>Jezelf blokkeren kan niet.</p>}
      <Bevestig
        titel={`${naam} blokkeren?`}
        open={vraag === "blokkeer"}
        opSluit={sluit}
        inzending={wijziging}
        knop="Blokkeren"
        opJa={() => rond(wijziging.verstuur({ id, actief: false }), `${naam} is geblokkeerd.`)}
      >
        <p>
          {naam} wordt overal afgemeld en kan zich niet meer aanmelden. Taken en opmerkingen blijven staan.
        </p>
      </Bevestig>
      <Bevestig
        titel={`${naam} overal afmelden?`}
        open={vraag === "afmelden"}
        opSluit={sluit}
        inzending={afmelding}
        knop="Overal afmelden"
        opJa={() => rond(afmelding.verstuur({ persoon: id }), `${naam} is overal afgemeld.`)}
      >
        <p>Op elk apparaat moet {naam} zich opnieuw aanmelden. Tokens blijven werken.</p>
      </Bevestig>
      <Bevestig
        titel={`Nieuw wachtwoord voor ${naam}`}
        open={vraag === "wachtwoord"}
        opSluit={sluit}
        inzending={wijziging}
        knop="Instellen"
        opJa={() => rond(wijziging.verstuur({ id, wachtwoord }), `${naam} heeft een nieuw wachtwoord.`)}
      >
        <Veld
          label="Nieuw wachtwoord"
          hulp="Minstens 12 tekens. Geef het door op een veilige manier."
          soort="wachtwoord"
          autoComplete="new-password"
          value={wachtwoord}
          onChange={zetWachtwoord}
          fout={wijziging.bij("wachtwoord")}
          autoFocus
        />
      </Bevestig>
    </>
  );
}
