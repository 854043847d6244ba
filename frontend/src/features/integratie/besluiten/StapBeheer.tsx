import { useState } from "react";
import type { StapInhoudInput } from "~/graphql/gen/graphql";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Bevestig } from "~/ui/Bevestig";
import { Formulier } from "~/ui/Formulier";
import { Knop } from "~/ui/Knop";
import { kondigAan } from "~/ui/meldingen";
import { Vak } from "~/ui/Vak";
import { LaatBesluitstapVervallen } from "../operations/laatBesluitstapVervallen";
import { WijzigBesluitstap } from "../operations/wijzigBesluitstap";
import type { Stap } from "./besluit";
import { gelijk, inhoudVan, LEEG, mist } from "./stap";
import { StapVelden } from "./StapVelden";
import stijl from "./Besluiten.module.css";

type Props = {
  stap: Stap;
  mijlpalen: { id: string; naam: string }[];
  bereik: string;
  opVervallen: () => void;
};

/** What a step is, to be changed, and the way out of the decision while nothing stands in it. */
export function StapBeheer({ stap, mijlpalen, bereik, opVervallen }: Props) {
  const nu = inhoudVan(stap);
  // What was typed, and what stood there when one began: somebody else may change it meanwhile.
  const [mijn, zetMijn] = useState<{ gezien: StapInhoudInput; waarden: StapInhoudInput }>();
  const [zeker, zetZeker] = useState(false);
  const wijziging = useInzending(useMutatie(WijzigBesluitstap, bereik), Object.keys(LEEG));
  const verval = useInzending(useMutatie(LaatBesluitstapVervallen, bereik), []);
  const { id } = stap;
  const [leeg, zetLeeg] = useState<Record<string, string>>({});
  const bewaar = async () => {
    if (!mijn) return;
    zetLeeg(mist(mijn.waarden));
    if (
      !mijn.waarden.gremium ||
      !(await wijziging.verstuur({ id, verwacht: mijn.gezien, inhoud: mijn.waarden }))
    )
      return;
    kondigAan("De stap is bewaard.");
    zetMijn(undefined);
  };
  const laatVervallen = async () => {
    if (!(await verval.verstuur({ id }))) return;
    kondigAan(`De stap ‘${stap.naam}’ is weg.`);
    opVervallen();
  };
  return (
    <Vak titel="Beheer van de stap">
      {mijn ? (
        <Formulier
          opVerstuur={() => void bewaar()}
          fouten={wijziging.algemeen}
          bezig={wijziging.bezig}
          uit={gelijk(mijn.waarden, mijn.gezien)}
          knop={wijziging.bezig ? "Bezig met bewaren…" : "Bewaar de stap"}
          opAnnuleer={() => zetMijn(undefined)}
        >
          {!gelijk(nu, mijn.gezien) && (
            <Botsing
              opNeemOver={() => zetMijn({ gezien: nu, waarden: nu })}
              opHoud={() => zetMijn({ ...mijn, gezien: nu })}
            >
              Een collega wijzigde deze stap intussen: zij heet nu ‘{nu.naam}’.
            </Botsing>
          )}
          <StapVelden
            waarden={mijn.waarden}
            wijzig={(nieuw) => zetMijn({ ...mijn, waarden: { ...mijn.waarden, ...nieuw } })}
            bij={(veld) => leeg[veld] ?? wijziging.bij(veld)}
            mijlpalen={mijlpalen}
          />
        </Formulier>
      ) : (
        <div className={stijl.knoppen}>
          <Knop onPress={() => zetMijn({ gezien: nu, waarden: nu })}>Wijzig de stap</Knop>
          <Knop onPress={() => zetZeker(true)}>Haal de stap weg</Knop>
        </div>
      )}
      <Bevestig
        titel="De stap weghalen?"
        open={zeker}
        opSluit={() => zetZeker(false)}
        inzending={verval}
        knop={verval.bezig ? "Bezig met weghalen…" : "Haal weg"}
        opJa={laatVervallen}
      >
        <p>
          ‘{stap.naam}’ gaat uit het besluit. Dat kan alleen zolang geen gemeente er iets in heeft ingevuld.
        </p>
      </Bevestig>
    </Vak>
  );
}
