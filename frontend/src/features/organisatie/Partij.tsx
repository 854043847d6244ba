import { Link } from "react-router";
import type { RelatieVoluitFragment } from "~/graphql/gen/graphql";

type Props = { partij: RelatieVoluitFragment["van"] };

/** One side of a relation, with the way to its page. */
export function Partij({ partij }: Props) {
  switch (partij.__typename) {
    case "Stakeholder":
      return <Link to={`/organisatie/stakeholders/${partij.id}`}>{partij.naam}</Link>;
    case "Rol":
      return <Link to={`/organisatie/rollen/${partij.id}`}>{partij.naam}</Link>;
    default:
      return <Link to="/organisatie/regios">{partij.afkorting}</Link>;
  }
}
