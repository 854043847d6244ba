import { IconAlertTriangle, IconCalendar, IconChecklist } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import type { TaakOpVandaagFragment } from "~/graphql/gen/graphql";
import { vervaltTekst } from "~/lib/datum";
import { Avatar } from "~/ui/Avatar";
import { Knop } from "~/ui/Knop";
import { Regiolabel, regioSleutel } from "~/ui/Regiolabel";
import { Status } from "~/ui/Status";
import stijl from "./Vandaag.module.css";

const STATUS = { TE_DOEN: "open", BEZIG: "bezig", WACHT: "wacht", GEREED: "gereed" } as const;
const EERST = 8;

function Vervalt({ taak: { vervaldatum, teLaat } }: { taak: TaakOpVandaagFragment }) {
  if (!vervaldatum) return null;
  const Icoon = teLaat ? IconAlertTriangle : IconCalendar;
  return (
    <span className={teLaat ? stijl.laat : undefined}>
      <Icoon size={15} aria-hidden />
      {vervaltTekst(vervaldatum)}
    </span>
  );
}

type Props = { naam: string; taken: TaakOpVandaagFragment[]; metEigenaar?: boolean };

export function Taaklijst({ naam, taken, metEigenaar }: Props) {
  const [alles, zetAlles] = useState(false);
  const getoond = alles ? taken : taken.slice(0, EERST);
  return (
    <>
      <ul className={stijl.taken} aria-label={naam}>
        {getoond.map((taak) => (
          <li key={taak.id}>
            <div className={stijl.taak}>
              <Link to={`/integratie/takenbord/taak/${taak.id}`}>{taak.titel}</Link>
              <div className={stijl.meta}>
                <Vervalt taak={taak} />
                <Status soort={STATUS[taak.kolom.soort]}>{taak.kolom.naam}</Status>
                {taak.regios.map(({ id, sleutel }) => {
                  const regio = regioSleutel(sleutel);
                  return regio && <Regiolabel key={id} regio={regio} />;
                })}
                {taak.voortgang.totaal > 0 && (
                  <span>
                    <IconChecklist size={15} aria-hidden />
                    {taak.voortgang.gereed} van {taak.voortgang.totaal}
                  </span>
                )}
              </div>
            </div>
            {metEigenaar &&
              (taak.eigenaar ? (
                <Avatar persoon={taak.eigenaar} klein />
              ) : (
                <span className={stijl.stil}>geen eigenaar</span>
              ))}
          </li>
        ))}
      </ul>
      {taken.length > getoond.length && (
        <div>
          <Knop onPress={() => zetAlles(true)}>Toon alle {taken.length}</Knop>
        </div>
      )}
    </>
  );
}
