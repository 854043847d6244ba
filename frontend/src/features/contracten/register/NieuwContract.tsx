import { useGemeenten } from "~/features/integratie/keuzes";
import { maakWinkel, useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { useState } from "react";
import { MaakContract } from "../operations/maakContract";
import { useKeuzes } from "../useKeuzes";

const LEEG = { nummer: "", naam: "", domein: null as string | null, gemeenten: [] as string[] };
/** What was typed and not saved: closing the dialog throws nothing away. */
const concept = maakWinkel(LEEG);

/** A new contract; the rest is filled in on its own page. */
export function NieuwContract({ opKlaar }: { opKlaar: (nummer?: string) => void }) {
  const waarden = useWinkel(concept);
  const { domeinen } = useKeuzes();
  const { gemeenten, snelkeuzes } = useGemeenten();
  const [kies, zetKies] = useState<string>();
  const { verstuur, bezig, bij, algemeen } = useInzending(
    useMutatie(MaakContract, "contracten"),
    Object.keys(LEEG),
  );
  const wijzig = (nieuw: Partial<typeof LEEG>) => concept.zet((oud) => ({ ...oud, ...nieuw }));
  const bewaar = async () => {
    const { nummer, naam, domein } = waarden;
    zetKies(domein ? undefined : "Kies het domein.");
    if (!domein) return;
    const antwoord = await verstuur({ nummer, naam, domein, velden: { gemeenten: waarden.gemeenten } });
    if (!antwoord) return;
    concept.zet(() => LEEG);
    kondigAan("Het contract staat in het register.");
    opKlaar(antwoord.contract?.nummer);
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Zet in het register"}
      opAnnuleer={() => {
        concept.zet(() => LEEG);
        opKlaar();
      }}
    >
      <Veld
        label="Nummer"
        isRequired
        maxLength={60}
        value={waarden.nummer}
        onChange={(nummer) => wijzig({ nummer })}
        hulp="Waaronder iedereen het contract kent. Een import vindt het contract hieraan terug."
        fout={bij("nummer")}
      />
      <Veld
        label="Hoe heet het contract of segment?"
        isRequired
        maxLength={200}
        value={waarden.naam}
        onChange={(naam) => wijzig({ naam })}
        fout={bij("naam")}
      />
      <Keuze
        label="Domein"
        opties={domeinen}
        waarde={waarden.domein}
        opKies={(domein) => wijzig({ domein })}
        fout={bij("domein") ?? kies}
      />
      <MeerKeuze
        label="Voor welke gemeenten?"
        hulp="Elk contract heeft zijn eigen schaal."
        opties={gemeenten}
        snelkeuzes={snelkeuzes}
        waarde={waarden.gemeenten}
        opKies={(ids) => wijzig({ gemeenten: ids })}
        fout={bij("gemeenten")}
      />
    </Formulier>
  );
}
