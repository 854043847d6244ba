import { useState } from "react";
import { momentTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Knop } from "~/ui/Knop";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { BeantwoordInbreng } from "../operations/beantwoordInbreng";
import { BrengIn } from "../operations/brengIn";
import stijl from "../Afspraken.module.css";
import { brengtIn, INBRENG, type Ronde } from "./ronde";

/** Questions and reactions, each with its answer; and a place to say something when the phase asks for it. */
export function Inbreng({ ronde, magInbrengen }: { ronde: Ronde; magInbrengen: boolean }) {
  const soort = brengtIn(ronde.fase);
  return (
    <Vak titel="Vragen en reacties" bij={ronde.inbreng.length}>
      {ronde.inbreng.length === 0 && <p className={stijl.stil}>Er is nog niets ingebracht.</p>}
      <ul className={stijl.inbreng} aria-label="Vragen en reacties">
        {ronde.inbreng.map((een) => (
          <li key={een.id}>
            <p className={stijl.stil}>
              {INBRENG[een.soort]} van {een.door?.naam ?? "de hub"}, {momentTekst(een.op)}
            </p>
            <p className={stijl.tekst}>{een.tekst}</p>
            {een.antwoord ? (
              <p className={stijl.antwoord}>
                <strong>{een.beantwoordDoor?.naam ?? "Antwoord"}:</strong> {een.antwoord}
              </p>
            ) : (
              ronde.magLeiden && ronde.fase !== "GESLOTEN" && <Antwoord id={een.id} />
            )}
          </li>
        ))}
      </ul>
      {soort && magInbrengen && (
        <Nieuw ronde={ronde.id} label={soort === "VRAAG" ? "Je vraag" : "Je reactie"} />
      )}
    </Vak>
  );
}

function Nieuw({ ronde, label }: { ronde: string; label: string }) {
  const [tekst, zetTekst] = useState("");
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(BrengIn, "afspraken"), ["tekst"]);
  const stuur = async () => {
    if (await verstuur({ id: ronde, tekst })) zetTekst("");
  };
  return (
    <Formulier opVerstuur={() => void stuur()} fouten={algemeen} bezig={bezig} knop="Breng in">
      <Veld
        label={label}
        soort="lang"
        regels={3}
        maxLength={2000}
        value={tekst}
        onChange={zetTekst}
        fout={bij("tekst")}
      />
    </Formulier>
  );
}

function Antwoord({ id }: { id: string }) {
  const [open, zetOpen] = useState(false);
  const [antwoord, zetAntwoord] = useState("");
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(BeantwoordInbreng, "afspraken"), [
    "antwoord",
  ]);
  if (!open) return <Knop onPress={() => zetOpen(true)}>Beantwoord</Knop>;
  return (
    <Formulier
      opVerstuur={() => void verstuur({ id, antwoord })}
      fouten={algemeen}
      bezig={bezig}
      knop="Bewaar het antwoord"
      opAnnuleer={() => zetOpen(false)}
    >
      <Veld
        label="Antwoord"
        soort="lang"
        regels={3}
        maxLength={2000}
        value={antwoord}
        onChange={zetAntwoord}
        fout={bij("antwoord")}
      />
    </Formulier>
  );
}
