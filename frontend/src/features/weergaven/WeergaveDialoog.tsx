import { useState } from "react";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { meldToast } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { Vinkje } from "~/ui/Vinkje";
import { BewaarWeergave } from "./operations/bewaarWeergave";
import { WijzigWeergave } from "./operations/wijzigWeergave";
import type { Weergave } from "./vragen";

type Props = { pagina: string; zoek: string; weergave: Weergave | undefined; opKlaar: () => void };

/** Gives what one sees a name; or another name to what has one. */
export function WeergaveDialoog({ pagina, zoek, weergave, opKlaar }: Props) {
  const [naam, zetNaam] = useState(weergave?.naam ?? "");
  const [gedeeld, zetGedeeld] = useState(weergave?.gedeeld ?? false);
  const bewaar = useMutatie(BewaarWeergave);
  const wijzig = useMutatie(WijzigWeergave);
  const stuur = (inhoud: { naam: string; gedeeld: boolean }) =>
    weergave ? wijzig({ weergave: weergave.id, ...inhoud }) : bewaar({ pagina, zoek, ...inhoud });
  const { verstuur, bezig, bij, algemeen } = useInzending<{ naam: string; gedeeld: boolean }, unknown>(
    stuur,
    ["naam"],
  );
  const klaar = async () => {
    if (!(await verstuur({ naam, gedeeld }))) return;
    meldToast(`‘${naam.trim()}’ is bewaard. Je vindt haar bij Weergaven.`);
    opKlaar();
  };
  return (
    <Dialoog
      titel={weergave ? "Hernoem of deel deze weergave" : "Bewaar wat je nu ziet"}
      open
      opSluit={opKlaar}
    >
      <Formulier
        opVerstuur={() => void klaar()}
        fouten={algemeen}
        bezig={bezig}
        knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
        opAnnuleer={opKlaar}
      >
        <Veld
          label="Naam"
          hulp="Bijvoorbeeld: Te laat in Midden. De weergave toont steeds wat er dan is."
          isRequired
          autoFocus
          value={naam}
          onChange={zetNaam}
          fout={bij("naam")}
        />
        <Vinkje isSelected={gedeeld} onChange={zetGedeeld}>
          Ook voor collega’s
        </Vinkje>
      </Formulier>
    </Dialoog>
  );
}
