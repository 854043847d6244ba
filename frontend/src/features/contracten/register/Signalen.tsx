import { useState } from "react";
import { Link } from "react-router";
import { usePersonen } from "~/features/integratie/keuzes";
import type { Contractsignaalsoort } from "~/graphql/gen/graphql";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { kondigAan } from "~/ui/meldingen";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { overTekst, type Contract } from "../contract";
import stijl from "../Contracten.module.css";
import { PakSignaalOp } from "../operations/pakSignaalOp";

/** What comes up: a year ahead for the end, the options and the last day of notice. Each can become a task. */
export function Signalen({ contract }: { contract: Contract }) {
  const [open, zetOpen] = useState<Contractsignaalsoort>();
  return (
    <Vak titel="Komt aan" bij={contract.signalen.length}>
      {contract.signalen.length === 0 && (
        <p className={stijl.stil}>
          {contract.laatsteDag
            ? "Het komende jaar loopt er niets af en hoeft er niets gekozen te worden."
            : "Zonder einddatum is niet te zeggen wat er aankomt. Vul haar in met ‘Wijzig’."}
        </p>
      )}
      <ul className={stijl.lijst} aria-label="Wat er aankomt">
        {contract.signalen.map(({ soort, datum, dagen, dringend, tekst, taak }) => (
          <li key={`${soort}-${datum}`} className={stijl.signaal}>
            <Status soort={dringend ? "fout" : "wacht"}>{overTekst(dagen)}</Status>
            <span>{tekst}</span>
            {taak ? (
              <Link to={`/integratie/takenbord/taak/${taak}`}>Naar de taak</Link>
            ) : (
              contract.magTaakMaken &&
              open !== soort && <Knop onPress={() => zetOpen(soort)}>Maak hier een taak van</Knop>
            )}
            {open === soort && !taak && (
              <NaarTaak contract={contract} soort={soort} opKlaar={() => zetOpen(undefined)} />
            )}
          </li>
        ))}
      </ul>
    </Vak>
  );
}

function NaarTaak({
  contract,
  soort,
  opKlaar,
}: {
  contract: Contract;
  soort: Contractsignaalsoort;
  opKlaar: () => void;
}) {
  const personen = usePersonen();
  const [eigenaar, zetEigenaar] = useState<string | null>(null);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(PakSignaalOp, "contracten"), [
    "eigenaar",
  ]);
  const maak = async () => {
    if (!(await verstuur({ contract: contract.id, soort, eigenaar }))) return;
    kondigAan("De taak staat op het bord.");
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void maak()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Zet op het bord"}
      opAnnuleer={opKlaar}
    >
      <Keuze
        label="Wie zorgt ervoor?"
        leeg="Nog niemand"
        opties={personen}
        waarde={eigenaar}
        opKies={zetEigenaar}
        fout={bij("eigenaar")}
      />
    </Formulier>
  );
}
