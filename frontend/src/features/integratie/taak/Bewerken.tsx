import { useState } from "react";
import { datumTekst } from "~/lib/datum";
import { maakWinkel, useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { useVerbinding } from "~/realtime/verbinding";
import { Formulier } from "~/ui/Formulier";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { WijzigTaak } from "../operations/wijzigTaak";
import type { Omgeving } from "../Takenbord";
import { herhalingTekst } from "./herhaling";
import { Invoervelden } from "./Invoervelden";
import type { Taak } from "./useTaak";
import {
  botsingen,
  getoond,
  houdMijn,
  LEEG_CONCEPT,
  neemOver,
  teSturen,
  VELDEN,
  vulIn,
  waardenVan,
  type Concept,
  type Veldnaam,
} from "./velden";
import stijl from "./Taak.module.css";

/** What was typed and not saved, per task: closing the panel throws nothing away. */
export const concepten = maakWinkel<Readonly<Record<string, Concept>>>({});
const zetConcept = (taak: string, concept: Concept) => concepten.zet((oud) => ({ ...oud, [taak]: concept }));
export const wisConcept = (taak: string) =>
  concepten.zet((oud) => Object.fromEntries(Object.entries(oud).filter(([id]) => id !== taak)));

function inWoorden(veld: Veldnaam, taak: Taak): string {
  switch (veld) {
    case "titel":
      return taak.titel;
    case "omschrijving":
      return taak.omschrijving || "leeg";
    case "functie":
      return taak.functie?.naam ?? "geen functie";
    case "gemeenten":
      return taak.gemeenten.map(({ naam }) => naam).join(", ") || "het geheel";
    case "eigenaar":
      return taak.eigenaar?.naam ?? "geen eigenaar";
    case "vervaldatum":
      return taak.vervaldatum ? datumTekst(taak.vervaldatum) : "geen datum";
    case "herhaling":
      return taak.herhaling ? herhalingTekst(taak.herhaling) : "niet";
  }
}

type Props = { taak: Taak; omgeving: Omgeving; opKlaar: () => void };

export function Bewerken({ taak, omgeving, opKlaar }: Props) {
  const concept = useWinkel(concepten)[taak.id] ?? LEEG_CONCEPT;
  const nu = waardenVan(taak);
  const waarden = getoond(concept, nu);
  const anders = botsingen(concept, nu);
  const [kiesEerst, zetKiesEerst] = useState(false);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(WijzigTaak, omgeving.bereik), VELDEN);
  const { stand } = useVerbinding();

  const klaar = () => {
    wisConcept(taak.id);
    opKlaar();
  };
  const bewaar = async () => {
    zetKiesEerst(anders.length > 0);
    if (anders.length > 0) return;
    const wijzigingen = teSturen(concept, nu);
    if (Object.keys(wijzigingen).length === 0) return klaar();
    const antwoord = await verstuur({ id: taak.id, verwachteVersie: taak.versie, ...wijzigingen });
    if (!antwoord) return;
    kondigAan("De taak is bewaard.");
    klaar();
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={[...algemeen, ...(kiesEerst && anders.length > 0 ? [KIES_EERST] : [])]}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
      opAnnuleer={klaar}
    >
      <Invoervelden
        waarden={waarden}
        opWijzig={(veld, waarde) => zetConcept(taak.id, vulIn(concept, veld, waarde, nu))}
        functies={omgeving.bord.traject.functies}
        fout={bij}
        bij={(veld) =>
          anders.includes(veld) && (
            <div className={stijl.botsing} role="alert">
              <p>
                Een collega wijzigde dit veld terwijl je typte. Er staat nu: <q>{inWoorden(veld, taak)}</q>
              </p>
              <div className={stijl.knoppen}>
                <Knop onPress={() => zetConcept(taak.id, neemOver(concept, veld))}>Neem dit over</Knop>
                <Knop onPress={() => zetConcept(taak.id, houdMijn(concept, veld, nu))}>Houd mijn tekst</Knop>
              </div>
            </div>
          )
        }
      />
      {bezig && stand === "offline" && (
        <Melding soort="info">
          Er is geen verbinding. Je wijziging wordt verstuurd zodra de hub weer bereikbaar is.
        </Melding>
      )}
    </Formulier>
  );
}
const KIES_EERST = "Kies eerst bij elk veld dat een collega wijzigde welke tekst het wordt.";
