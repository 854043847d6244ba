import { Link } from "react-router";
import type { GemeenteQuery } from "~/graphql/gen/graphql";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Vak } from "~/ui/Vak";
import stijl from "../Organisatie.module.css";

type Gemeente = Extract<NonNullable<GemeenteQuery["node"]>, { __typename: "Gemeente" }>;
type Props = { gemeente: string; rollen: Gemeente["rollen"] };

/** The roles and gremia that belong to this one gemeente. */
export function Rollen({ gemeente, rollen }: Props) {
  return (
    <Vak
      titel="Gremia en rollen"
      bij={rollen.length > 0 && rollen.length}
      actie={<Link to="/organisatie/rollen?groep=groep-gemeenten">Die van alle gemeenten</Link>}
    >
      {rollen.length === 0 ? (
        <p className={stijl.stil}>De bronnen noemen geen gremium of rol van {gemeente} alleen.</p>
      ) : (
        <ul className={stijl.lijst} aria-label="Gremia en rollen">
          {rollen.map(({ id, naam, soort, beschrijving, herkomst }) => (
            <li key={id}>
              <strong className={stijl.cel}>
                <Link to={`/organisatie/rollen/${id}`}>{naam}</Link>
                <span className={stijl.stil}>{soort === "GREMIUM" ? "gremium" : "rol"}</span>
              </strong>
              <p>{beschrijving}</p>
              <Herkomstregel herkomst={herkomst} />
            </li>
          ))}
        </ul>
      )}
    </Vak>
  );
}
