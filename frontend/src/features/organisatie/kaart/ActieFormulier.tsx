import { useState } from "react";
import { useQuery } from "urql";
import type { PersoonKeuze } from "~/features/integratie/keuzes";
import { graphql } from "~/graphql/gen";
import { ORGANISATIE } from "~/realtime/contexten";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { LegStakeholderactieVast } from "../operations/legStakeholderactieVast";
import { TREDE, type Stakeholder } from "./kaart";
import { useVersie } from "./useVersie";

const BordenQuery = graphql(`
  query BordenVoorActie {
    trajecten {
      id
      borden {
        id
        naam
        kolommen {
          id
          naam
        }
      }
    }
  }
`);
const VELDEN = ["titel", "eigenaar", "datum", "kolom"];

/** What closes the gap becomes a task, so that somebody does it. */
export function ActieFormulier({
  stakeholder: { id, naam, plek },
  personen,
  opKlaar,
}: {
  stakeholder: Stakeholder;
  personen: PersoonKeuze[];
  opKlaar: () => void;
}) {
  const doel = plek.tredeGewenst ? TREDE[plek.tredeGewenst].toLowerCase() : "de gewenste trede";
  const [titel, zetTitel] = useState(`${naam}: communicatie naar ${doel}`.slice(0, 200));
  const [eigenaar, zetEigenaar] = useState<string | null>(plek.contact?.id ?? null);
  const [datum, zetDatum] = useState("");
  const [gekozen, kies] = useState<string>();
  const [kiesEerst, zetKiesEerst] = useState(false);
  const [{ data }] = useQuery({ query: BordenQuery });
  const stuur = useMutatie(LegStakeholderactieVast, ORGANISATIE.bereik);
  const { verstuur, bezig, bij, algemeen } = useInzending(stuur, VELDEN);
  const versie = useVersie(plek.versie);
  const plekken = (data?.trajecten ?? []).flatMap(({ borden }) =>
    borden.flatMap((bord) =>
      bord.kolommen.map((kolom) => ({ bord: bord.id, id: kolom.id, naam: `${bord.naam}: ${kolom.naam}` })),
    ),
  );
  const doelplek = plekken.find((een) => een.id === gekozen) ?? plekken[0];
  const bewaar = async () => {
    zetKiesEerst(true);
    if (!eigenaar || !datum || !doelplek) return;
    const gelukt = await verstuur({
      stakeholder: id,
      verwachteVersie: versie.verwacht,
      titel,
      eigenaar,
      datum,
      bord: doelplek.bord,
      kolom: doelplek.id,
    });
    if (!gelukt) return versie.gewaarschuwd();
    kondigAan("De actie staat op het bord.");
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met vastleggen…" : "Zet op het bord"}
      opAnnuleer={opKlaar}
    >
      <Veld
        label="Wat er moet gebeuren"
        isRequired
        maxLength={200}
        value={titel}
        onChange={zetTitel}
        fout={bij("titel")}
      />
      <Keuze
        label="Eigenaar"
        zoekbaar
        opties={personen}
        waarde={eigenaar}
        opKies={zetEigenaar}
        fout={bij("eigenaar") ?? (kiesEerst && !eigenaar ? "Kies wie dit doet." : undefined)}
      />
      <Veld
        label="Klaar op"
        soort="datum"
        isRequired
        value={datum}
        onChange={zetDatum}
        fout={bij("datum") ?? (kiesEerst && !datum ? "Kies wanneer het klaar moet zijn." : undefined)}
      />
      <Keuze
        label="Op het takenbord"
        opties={plekken}
        waarde={doelplek?.id ?? null}
        opKies={(keuze) => keuze && kies(keuze)}
        fout={bij("kolom") ?? (kiesEerst && !doelplek ? "Er is nog geen takenbord." : undefined)}
      />
    </Formulier>
  );
}
