import { useState } from "react";
import { Link } from "react-router";
import { Avatar } from "~/ui/Avatar";
import { Knop } from "~/ui/Knop";
import { Status } from "~/ui/Status";
import { opVolgorde, periode, sleutel, type Bezetting } from "./bezetting";
import { WijzigBezettingFormulier } from "./WijzigBezettingFormulier";
import stijl from "../Organisatie.module.css";

type Props = {
  naam: string;
  bezetting: readonly Bezetting[];
  /** What every row has in common and need not be said again. */
  zonder: "rol" | "gemeente";
  leeg: React.ReactNode;
};

/** Who holds which role, from when to when, and who stands in. */
export function BezettingLijst({ naam, bezetting, zonder, leeg }: Props) {
  const [wijzigt, zetWijzigt] = useState<string | null>(null);
  if (bezetting.length === 0) return <p className={stijl.stil}>{leeg}</p>;
  return (
    <ul className={stijl.lijst} aria-label={naam}>
      {opVolgorde(bezetting).map((een) => (
        <li key={sleutel(een)}>
          <div className={stijl.cel}>
            {een.persoon && <Avatar persoon={een.persoon} klein />}
            <strong>{een.naam}</strong>
            {een.persoon && een.functie && <span className={stijl.stil}>{een.functie}</span>}
            {zonder !== "rol" && <Link to={`/organisatie/rollen/${een.rol.id}`}>{een.rol.naam}</Link>}
            {zonder !== "gemeente" && een.gemeente && (
              <Link to={`/organisatie/gemeenten/${een.gemeente.id}`}>{een.gemeente.naam}</Link>
            )}
            {een.vervangt && <Status soort="wacht">Vervanger van {een.vervangt.naam}</Status>}
          </div>
          <span className={stijl.stil}>
            {periode(een)}
            {!een.vervangt && (een.vervanger ? `; vervanger: ${een.vervanger.naam}` : "; geen vervanger")}
          </span>
          {een.magWijzigen &&
            (wijzigt === een.adres ? (
              <WijzigBezettingFormulier bezetting={een} opKlaar={() => zetWijzigt(null)} />
            ) : (
              <div>
                <Knop soort="stil" onPress={() => zetWijzigt(een.adres ?? null)}>
                  Wijzig<span className="alleen-voorlezen"> {een.naam}</span>
                </Knop>
              </div>
            ))}
        </li>
      ))}
    </ul>
  );
}
