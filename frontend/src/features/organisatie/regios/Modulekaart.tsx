import { Link } from "react-router";
import type { RegiosQuery } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { Feiten } from "~/ui/Feiten";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Vak } from "~/ui/Vak";
import { telling } from "../deelname/deelname";

type Props = { module: RegiosQuery["modules"][number] };

export function Modulekaart({ module }: Props) {
  return (
    <Vak titel={module.naam} id={module.sleutel} bij={module.titel}>
      <Feiten
        feiten={[
          { naam: "Domeinen", waarde: module.domeinen.map(({ naam }) => naam).join(", ") },
          { naam: "Taken", waarde: module.taken.join(", ") },
          { naam: "Schaal", waarde: <Link to={`#${module.schaal.sleutel}`}>{module.schaal.naam}</Link> },
          { naam: "Besloten", waarde: module.besloten && datumTekst(module.besloten) },
          {
            naam: "Deelname vandaag",
            waarde: <Link to="/organisatie/deelname">{telling(module.deelnames, module.id)}</Link>,
          },
        ]}
      />
      <Herkomstregel herkomst={module.herkomst} />
    </Vak>
  );
}
