import { useState } from "react";
import { useNavigate } from "react-router";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Knop } from "~/ui/Knop";
import { meldToast } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { BewaarSjabloon } from "./operations/bewaarSjabloon";
import type { Sessie } from "./sessies";

/** Keeps how this session runs, for the next time. */
export function Sjabloonknop({ sessie }: { sessie: Sessie }) {
  const ga = useNavigate();
  const [open, zetOpen] = useState(false);
  const [naam, zetNaam] = useState(sessie.naam);
  const bewaar = useMutatie(BewaarSjabloon);
  const { verstuur, bezig, bij, algemeen } = useInzending(bewaar, ["naam"]);
  if (!sessie.magLeiden || sessie.fasen.length === 0 || sessie.verleden) return null;
  const stuur = async () => {
    if (!(await verstuur({ sessie: sessie.id, naam }))) return;
    meldToast("Het sjabloon is bewaard.", {
      naam: "Bekijk en wijzig",
      doe: () => void ga("/sessies/sjablonen"),
    });
    zetOpen(false);
  };
  return (
    <>
      <Knop soort="stil" onPress={() => zetOpen(true)}>
        Bewaar als sjabloon
      </Knop>
      {open && (
        <Dialoog titel="Bewaar als sjabloon" open opSluit={() => zetOpen(false)}>
          <Formulier
            opVerstuur={() => void stuur()}
            fouten={algemeen}
            bezig={bezig}
            knop="Bewaar"
            opAnnuleer={() => zetOpen(false)}
          >
            <Veld
              label="Naam"
              isRequired
              maxLength={120}
              value={naam}
              onChange={zetNaam}
              fout={bij("naam")}
            />
          </Formulier>
        </Dialoog>
      )}
    </>
  );
}
