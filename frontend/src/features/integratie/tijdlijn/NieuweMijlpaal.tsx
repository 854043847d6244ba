import { maakWinkel, useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Koppelingen } from "~/ui/Koppelingen";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { MaakMijlpaal } from "../operations/maakMijlpaal";
import { MijlpaalVelden, type MijlpaalInhoud } from "./MijlpaalVelden";

type Nieuw = MijlpaalInhoud & { van: string; tot: string; na: string[] };
const LEEG: Nieuw = { naam: "", actoren: [], voorwaardelijk: false, van: "", tot: "", na: [] };
/** What was typed and not saved: closing the dialog throws nothing away. */
const concept = maakWinkel(LEEG);

type Props = {
  traject: { id: string };
  /** Those there are: it can wait for them. */
  mijlpalen: { id: string; naam: string }[];
  bereik: string;
  opKlaar: (id?: string) => void;
};

/** A new milestone; days between it and what it waits for are set on its own panel. */
export function NieuweMijlpaal({ traject, mijlpalen, bereik, opKlaar }: Props) {
  const waarden = useWinkel(concept);
  const { verstuur, bezig, bij, algemeen } = useInzending(
    useMutatie(MaakMijlpaal, bereik),
    Object.keys(LEEG),
  );
  const wijzig = (nieuw: Partial<Nieuw>) => concept.zet((oud) => ({ ...oud, ...nieuw }));
  const sluit = (id?: string) => {
    concept.zet(() => LEEG);
    opKlaar(id);
  };
  const bewaar = async () => {
    const { van, tot, na, ...inhoud } = waarden;
    const antwoord = await verstuur({
      traject: traject.id,
      inhoud,
      van,
      tot: tot || van,
      na: na.map((mijlpaal) => ({ mijlpaal, wachttijd: 0 })),
    });
    if (!antwoord) return;
    kondigAan(`‘${inhoud.naam.trim()}’ staat in de planning.`);
    sluit(antwoord.mijlpaal?.id);
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Zet in de planning"}
      opAnnuleer={() => sluit()}
    >
      <MijlpaalVelden waarden={waarden} wijzig={wijzig} bij={bij} />
      <Veld
        label="Eerste dag"
        soort="datum"
        isRequired
        min="2014-01-01"
        value={waarden.van}
        onChange={(van) => wijzig({ van })}
        fout={bij("van")}
      />
      <Veld
        label="Laatste dag"
        soort="datum"
        min="2014-01-01"
        value={waarden.tot}
        onChange={(tot) => wijzig({ tot })}
        hulp="Laat leeg als het op één dag gebeurt."
        fout={bij("tot")}
      />
      <Koppelingen
        label="Wacht op"
        erbij="Mijlpaal die er eerst moet zijn"
        alle={mijlpalen}
        gekozen={waarden.na}
        opKies={(na) => wijzig({ na })}
        fout={bij("na")}
      />
    </Formulier>
  );
}
