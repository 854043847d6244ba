import { useState } from "react";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Formulier } from "~/ui/Formulier";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { Vak } from "~/ui/Vak";
import { HerstelMijlpaal } from "../operations/herstelMijlpaal";
import { LaatMijlpaalVervallen } from "../operations/laatMijlpaalVervallen";
import { WijzigMijlpaal } from "../operations/wijzigMijlpaal";
import { MijlpaalVelden, type MijlpaalInhoud } from "./MijlpaalVelden";
import type { Regel } from "./traject";
import stijl from "./Tijdlijn.module.css";

type Props = { mijlpaal: Regel["mijlpaal"]; bereik: string; opVervallen: () => void };
const inhoudVan = ({ naam, actoren, voorwaardelijk }: Props["mijlpaal"]): MijlpaalInhoud => ({
  naam,
  actoren: actoren.map(({ id }) => id),
  voorwaardelijk,
});
const gelijk = (een: MijlpaalInhoud, ander: MijlpaalInhoud) => JSON.stringify(een) === JSON.stringify(ander);

/** What a milestone is, to be changed; and the way out of the plan, which can be undone. */
export function MijlpaalBeheer({ mijlpaal, bereik, opVervallen }: Props) {
  const nu = inhoudVan(mijlpaal);
  // What was typed, and what stood there when one began: somebody else may change it meanwhile.
  const [mijn, zetMijn] = useState<{ gezien: MijlpaalInhoud; waarden: MijlpaalInhoud }>();
  const wijziging = useInzending(useMutatie(WijzigMijlpaal, bereik), ["naam", "actoren"]);
  const verval = useInzending(useMutatie(LaatMijlpaalVervallen, bereik), []);
  const herstel = useMutatie(HerstelMijlpaal, bereik);
  const { id } = mijlpaal;
  const bewaar = async () => {
    if (!mijn || !(await wijziging.verstuur({ id, verwacht: mijn.gezien, inhoud: mijn.waarden }))) return;
    kondigAan("De mijlpaal is bewaard.");
    zetMijn(undefined);
  };
  const laatVervallen = async () => {
    if (!(await verval.verstuur({ id }))) return;
    meldToast(`‘${mijlpaal.naam}’ is uit de planning.`, {
      naam: "Ongedaan maken",
      doe: () =>
        void herstel({ id }).then((uitkomst) => {
          if (!uitkomst.gelukt) meldToast(uitkomst.fouten[0]!.bericht);
        }),
    });
    opVervallen();
  };
  if (!mijn)
    return (
      <Vak titel="Beheer">
        {verval.algemeen.map((bericht) => (
          <Melding key={bericht} soort="fout">
            {bericht}
          </Melding>
        ))}
        <div className={stijl.knoppen}>
          <Knop onPress={() => zetMijn({ gezien: nu, waarden: nu })}>Wijzig naam of wie</Knop>
          <Knop isDisabled={verval.bezig} onPress={() => void laatVervallen()}>
            Laat vervallen
          </Knop>
        </div>
      </Vak>
    );
  return (
    <Vak titel="Beheer">
      <Formulier
        opVerstuur={() => void bewaar()}
        fouten={wijziging.algemeen}
        bezig={wijziging.bezig}
        uit={gelijk(mijn.waarden, mijn.gezien)}
        knop={wijziging.bezig ? "Bezig met bewaren…" : "Bewaar"}
        opAnnuleer={() => zetMijn(undefined)}
      >
        {!gelijk(nu, mijn.gezien) && (
          <Botsing
            opNeemOver={() => zetMijn({ gezien: nu, waarden: nu })}
            opHoud={() => zetMijn({ ...mijn, gezien: nu })}
          >
            Een collega wijzigde deze mijlpaal intussen: zij heet nu ‘{nu.naam}’.
          </Botsing>
        )}
        <MijlpaalVelden
          waarden={mijn.waarden}
          wijzig={(nieuw) => zetMijn({ ...mijn, waarden: { ...mijn.waarden, ...nieuw } })}
          bij={wijziging.bij}
        />
      </Formulier>
    </Vak>
  );
}
