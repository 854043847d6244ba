import { useState } from "react";
import { useQuery } from "urql";
import { useBereikVan } from "~/features/account/ik";
import { useGemeenten, usePersonen } from "~/features/integratie/keuzes";
import { ORGANISATIE } from "~/realtime/contexten";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { BezetRol } from "../operations/bezetRol";
import { RollenQuery } from "../rollen/rollenVraag";

const VELDEN = ["rol", "gemeente", "persoon", "functie", "van", "tot", "vervanger"];
type Props = { rol?: string; gemeente?: string; opSluit: () => void };

/** May the viewer say who holds a role for this gemeente? Without one: for any at all. */
export function useMagBezetten(gemeente?: string): boolean {
  const { alles, gemeenten } = useBereikVan("RollenBezetten");
  return alles || gemeenten.some(({ id }) => !gemeente || id === gemeente);
}

/** Who holds a role or sits in a body, for a gemeente or for all. */
export function BezetRolDialoog({ rol: vasteRol, gemeente: vasteGemeente, opSluit }: Props) {
  const [rol, zetRol] = useState(vasteRol ?? null);
  const [gemeente, zetGemeente] = useState(vasteGemeente ?? null);
  const [persoon, zetPersoon] = useState<string | null>(null);
  const [functie, zetFunctie] = useState("");
  const [van, zetVan] = useState("");
  const [tot, zetTot] = useState("");
  const [vervanger, zetVervanger] = useState<string | null>(null);
  const personen = usePersonen();
  const { gemeenten } = useGemeenten();
  const [{ data }] = useQuery({ query: RollenQuery, context: ORGANISATIE });
  const stuur = useMutatie(BezetRol, ORGANISATIE.bereik);
  const { verstuur, bezig, bij, algemeen } = useInzending(stuur, VELDEN);
  const bewaar = async () => {
    if (!rol) return;
    const input = { rol, gemeente, persoon, functie, vervanger, van: van || null, tot: tot || null };
    if (!(await verstuur(input))) return;
    kondigAan("Het is vastgelegd.");
    opSluit();
  };
  return (
    <Dialoog titel="Wie heeft deze rol?" open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void bewaar()}
        fouten={algemeen}
        bezig={bezig}
        uit={!rol}
        knop={bezig ? "Bezig met vastleggen…" : "Leg vast"}
        opAnnuleer={opSluit}
      >
        {!vasteRol && (
          <Keuze
            label="Rol of gremium"
            zoekbaar
            opties={data?.rollen ?? []}
            waarde={rol}
            opKies={zetRol}
            fout={bij("rol")}
          />
        )}
        {!vasteGemeente && (
          <Keuze
            label="Gemeente"
            zoekbaar
            opties={gemeenten}
            leeg="Geen bepaalde gemeente"
            waarde={gemeente}
            opKies={zetGemeente}
            fout={bij("gemeente")}
          />
        )}
        <Keuze
          label="Persoon in de hub"
          zoekbaar
          opties={personen}
          leeg="Werkt niet in de hub"
          waarde={persoon}
          opKies={zetPersoon}
          fout={bij("persoon") ?? (vasteRol ? bij("rol") : undefined)}
        />
        <Veld
          label="Functie"
          maxLength={120}
          hulp="Bijvoorbeeld ‘wethouder sociaal domein’. Nooit de naam van een persoon."
          value={functie}
          onChange={zetFunctie}
          fout={bij("functie")}
        />
        <Veld
          label="Vanaf"
          soort="datum"
          hulp="Leeg: vanaf vandaag."
          value={van}
          onChange={zetVan}
          fout={bij("van")}
        />
        <Veld
          label="Laatste dag"
          soort="datum"
          hulp="Leeg: geen einde."
          value={tot}
          onChange={zetTot}
          fout={bij("tot")}
        />
        <Keuze
          label="Vervanger"
          zoekbaar
          opties={personen}
          leeg="Niemand"
          waarde={vervanger}
          opKies={zetVervanger}
          fout={bij("vervanger")}
        />
      </Formulier>
    </Dialoog>
  );
}
