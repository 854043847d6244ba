import { Link } from "react-router";
import type { AfspraakFase } from "~/graphql/gen/graphql";
import { Status } from "~/ui/Status";
import { adresVan, FASE } from "./afspraak";
import stijl from "./Afspraken.module.css";

type Props = { naam: string; afspraken: { id: string; naam: string; fase?: AfspraakFase }[] };

/** Agreements by name, each with where it stands. */
export function AfspraakLijst({ naam, afspraken }: Props) {
  return (
    <ul className={stijl.lijst} aria-label={naam}>
      {afspraken.map((een) => (
        <li key={een.id}>
          <Link to={adresVan(een.id)}>{een.naam}</Link>
          {een.fase && <Status soort={FASE[een.fase][0]}>{FASE[een.fase][1]}</Status>}
        </li>
      ))}
    </ul>
  );
}
