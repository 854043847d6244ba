import { useState } from "react";
import { useQuery } from "urql";
import { usePersonen } from "~/features/integratie/keuzes";
import { graphql } from "~/graphql/gen";
import type { Opbrengstsoort } from "~/graphql/gen/graphql";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { OPBRENGST } from "~/sessie/woorden";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { LegOpbrengstVast } from "./operations/legOpbrengstVast";
import { bereikVan, type Sessie } from "./sessies";

const BordenQuery = graphql(`
  query BordenVoorOpbrengst {
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

export type Bron = { notitie?: string; groep?: string; titel: string };
type Props = { sessie: Sessie; bron: Bron; opSluit: () => void };
const VELDEN = ["soort", "titel", "eigenaar", "datum", "kolom"];

/** What comes out: with an owner and a date, in one step. */
export function OpbrengstDialoog({ sessie, bron, opSluit }: Props) {
  const [soort, zetSoort] = useState<Opbrengstsoort>("TAAK");
  const [titel, zetTitel] = useState(bron.titel.slice(0, 200));
  const [eigenaar, zetEigenaar] = useState<string | null>(null);
  const [datum, zetDatum] = useState("");
  const [gekozen, kies] = useState<string>();
  const personen = usePersonen();
  const [{ data }] = useQuery({ query: BordenQuery });
  const legVast = useMutatie(LegOpbrengstVast, bereikVan(sessie.id));
  const { verstuur, bezig, bij, algemeen } = useInzending(legVast, VELDEN);
  const plekken = (data?.trajecten ?? []).flatMap(({ borden }) =>
    borden.flatMap((bord) =>
      bord.kolommen.map((kolom) => ({ bord: bord.id, id: kolom.id, naam: `${bord.naam}: ${kolom.naam}` })),
    ),
  );
  const plek = plekken.find(({ id }) => id === gekozen) ?? plekken[0];
  const bewaar = async () => {
    const gelukt = await verstuur({
      sessie: sessie.id,
      soort,
      titel,
      notitie: bron.notitie,
      groep: bron.groep,
      eigenaar,
      datum: datum || null,
      ...(soort === "TAAK" && { bord: plek?.bord, kolom: plek?.id }),
    });
    if (!gelukt) return;
    kondigAan(`${OPBRENGST[soort]} vastgelegd.`);
    opSluit();
  };
  return (
    <Dialoog titel="Leg vast wat eruit komt" open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void bewaar()}
        fouten={algemeen}
        bezig={bezig}
        knop={bezig ? "Bezig met vastleggen…" : "Leg vast"}
        opAnnuleer={opSluit}
      >
        <Keuze
          label="Wat is het?"
          opties={(Object.keys(OPBRENGST) as Opbrengstsoort[]).map((id) => ({ id, naam: OPBRENGST[id] }))}
          waarde={soort}
          opKies={(keuze) => keuze && zetSoort(keuze as Opbrengstsoort)}
          fout={bij("soort")}
        />
        <Veld
          label="Titel"
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
          leeg="Nog niemand"
          waarde={eigenaar}
          opKies={zetEigenaar}
          fout={bij("eigenaar")}
        />
        <Veld label="Klaar op" soort="datum" value={datum} onChange={zetDatum} fout={bij("datum")} />
        {soort === "TAAK" && (
          <Keuze
            label="Op het takenbord"
            opties={plekken}
            waarde={plek?.id ?? null}
            opKies={(id) => id && kies(id)}
            fout={bij("kolom")}
          />
        )}
      </Formulier>
    </Dialoog>
  );
}
