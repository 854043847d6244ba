import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { ORGANISATIE } from "~/realtime/contexten";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Skelet } from "~/ui/Staat";
import { Veld } from "~/ui/Veld";
import { WensLijn } from "../operations/wensLijn";
import type { Module } from "./lijnen";

const PartijenQuery = graphql(`
  query PartijenVoorLijn {
    organisatie {
      id
      afkorting
    }
    rollen {
      id
      naam
    }
    stakeholderkaart {
      id
      naam
    }
  }
`);
const VELDEN = ["van", "naar", "soort", "omschrijving", "module"];
type Props = { modules: readonly Module[]; opSluit: () => void };

/** A line that is not there yet and should be. */
export function NieuweLijn({ modules, opSluit }: Props) {
  const [{ data }] = useQuery({ query: PartijenQuery, context: ORGANISATIE });
  const [van, zetVan] = useState<string | null>(null);
  const [naar, zetNaar] = useState<string | null>(null);
  const [soort, zetSoort] = useState("");
  const [omschrijving, zetOmschrijving] = useState("");
  const [module, zetModule] = useState<string | null>(null);
  const [kiesEerst, zetKiesEerst] = useState(false);
  const stuur = useMutatie(WensLijn, ORGANISATIE.bereik);
  const { verstuur, bezig, bij, algemeen } = useInzending(stuur, VELDEN);
  // A role and a stakeholder may have the same name: the kind says which.
  const partijen = data && [
    ...(data.organisatie ? [{ id: data.organisatie.id, naam: data.organisatie.afkorting }] : []),
    ...data.stakeholderkaart.map(({ id, naam }) => ({ id, naam: `${naam} (stakeholder)` })),
    ...data.rollen.map(({ id, naam }) => ({ id, naam: `${naam} (gremium of rol)` })),
  ];
  const bewaar = async () => {
    zetKiesEerst(true);
    if (!van || !naar) return;
    if (!(await verstuur({ van, naar, soort, omschrijving, module }))) return;
    kondigAan("De lijn is gewenst.");
    opSluit();
  };
  return (
    <Dialoog titel="Een lijn die er nog niet is" open opSluit={opSluit}>
      {partijen ? (
        <Formulier
          opVerstuur={() => void bewaar()}
          fouten={algemeen}
          bezig={bezig}
          knop={bezig ? "Bezig met vastleggen…" : "Leg vast"}
          opAnnuleer={opSluit}
        >
          <Keuze
            label="Van"
            zoekbaar
            opties={partijen}
            waarde={van}
            opKies={zetVan}
            fout={bij("van") ?? (kiesEerst && !van ? "Kies van wie de lijn uitgaat." : undefined)}
          />
          <Keuze
            label="Naar"
            zoekbaar
            opties={partijen}
            waarde={naar}
            opKies={zetNaar}
            fout={bij("naar") ?? (kiesEerst && !naar ? "Kies naar wie zij gaat." : undefined)}
          />
          <Veld
            label="Wat voor lijn"
            isRequired
            maxLength={60}
            hulp="In één woord of twee: adviseert, informeert, besluit, verwijst."
            value={soort}
            onChange={zetSoort}
            fout={bij("soort")}
          />
          <Veld
            label="Wat erover moet lopen"
            soort="lang"
            isRequired
            maxLength={1000}
            value={omschrijving}
            onChange={zetOmschrijving}
            fout={bij("omschrijving")}
          />
          <Keuze
            label="Module"
            opties={[...modules]}
            leeg="Niet aan een module gebonden"
            waarde={module}
            opKies={zetModule}
            fout={bij("module")}
          />
        </Formulier>
      ) : (
        <Skelet regels={5} hoogte="3rem" />
      )}
    </Dialoog>
  );
}
