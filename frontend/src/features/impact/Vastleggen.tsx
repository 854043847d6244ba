import { useState } from "react";
import type { Kanaal } from "~/graphql/gen/graphql";
import { vandaag } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { meldToast } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { Knop } from "~/ui/Knop";
import { MeldGeinformeerd, type Impact } from "./vragen";

const KANALEN: { id: Kanaal; naam: string }[] = [
  { id: "EMAIL", naam: "Per e-mail" },
  { id: "OVERLEG", naam: "In een overleg" },
  { id: "TELEFOON", naam: "Aan de telefoon" },
  { id: "HUB", naam: "Met een melding in de hub" },
];

type Props = { id: string; impact: Impact; opKlaar: () => void };

/** Lays down who was told. It begins with everyone who does not know yet. */
export function Vastleggen({ id, impact, opKlaar }: Props) {
  const [open, zetOpen] = useState(false);
  const nogNiet = impact.personen.filter(({ geinformeerdOp }) => !geinformeerdOp);
  const [personen, kies] = useState(nogNiet.map(({ persoon }) => persoon.id));
  const [ook, zetOok] = useState("");
  const [kanaal, kiesKanaal] = useState<Kanaal>("EMAIL");
  const [dag, zetDag] = useState(vandaag());
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(MeldGeinformeerd), [
    "personen",
    "ook",
    "dag",
  ]);
  if (!open) return <Knop onPress={() => zetOpen(true)}>Leg vast wie het weet</Knop>;
  const stuur = async () => {
    const gelukt = await verstuur({ onderwerp: id, personen, ook, kanaal, dag: dag || null });
    if (!gelukt) return;
    meldToast("Vastgelegd. Wie in de hub werkt, krijgt er een melding van.");
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void stuur()}
      fouten={algemeen}
      bezig={bezig}
      knop="Leg vast"
      opAnnuleer={() => zetOpen(false)}
    >
      <MeerKeuze
        label="Wie weet het"
        opties={impact.personen.map(({ persoon }) => persoon)}
        waarde={personen}
        opKies={kies}
        snelkeuzes={[{ naam: "Wie het nog niet weet", ids: nogNiet.map(({ persoon }) => persoon.id) }]}
        fout={bij("personen")}
      />
      <Veld
        label="Wie nog meer"
        hulp="Buiten de hub: een rol, een gremium of een organisatie."
        value={ook}
        onChange={zetOok}
        fout={bij("ook")}
      />
      <Keuze label="Hoe" opties={KANALEN} waarde={kanaal} opKies={(keuze) => kiesKanaal(keuze as Kanaal)} />
      <Veld label="Wanneer" soort="datum" value={dag} onChange={zetDag} fout={bij("dag")} />
    </Formulier>
  );
}
