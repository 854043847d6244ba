import { ORGANISATIE } from "~/realtime/contexten";
import { useMutatie } from "~/realtime/useMutatie";
import { Knop } from "~/ui/Knop";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { Vak } from "~/ui/Vak";
import { ZetOpKaart } from "../operations/zetOpKaart";
import type { Stakeholder } from "./kaart";
import stijl from "../Organisatie.module.css";

/** Who was taken off, why, and the way back. */
export function VanDeKaart({ stakeholders, mag }: { stakeholders: readonly Stakeholder[]; mag: boolean }) {
  const stuur = useMutatie(ZetOpKaart, ORGANISATIE.bereik);
  const weg = stakeholders.filter(({ plek }) => !plek.opKaart);
  if (weg.length === 0) return null;
  const zetTerug = async ({ id, naam, plek }: Stakeholder) => {
    const uitkomst = await stuur({ id, verwachteVersie: plek.versie, opKaart: true });
    if (uitkomst.gelukt) kondigAan(`${naam} staat weer op de kaart.`);
    else meldToast(uitkomst.fouten[0]!.bericht);
  };
  return (
    <Vak titel="Niet meer op de kaart" bij={weg.length}>
      <ul className={stijl.lijst} aria-label="Niet meer op de kaart">
        {weg.map((een) => (
          <li key={een.id}>
            <span className={stijl.cel}>
              <strong>{een.naam}</strong>
              {mag && (
                <Knop soort="stil" onPress={() => void zetTerug(een)}>
                  Zet terug<span className="alleen-voorlezen"> van {een.naam}</span>
                </Knop>
              )}
            </span>
            <p>{een.plek.redenWeg}</p>
          </li>
        ))}
      </ul>
    </Vak>
  );
}
