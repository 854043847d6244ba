import type { RolQuery } from "~/graphql/gen/graphql";
import { Feiten } from "~/ui/Feiten";
import { Bronnen } from "~/ui/Herkomstregel";
import { Vak } from "~/ui/Vak";

type Rol = Extract<NonNullable<RolQuery["node"]>, { __typename: "Rol" }>;
type Props = { naam: string; invloed: NonNullable<Rol["invloed"]> };

/** Who steers whom: to and from the MGR, and the direct stakeholders. */
export function Invloed({ naam, invloed }: Props) {
  return (
    <Vak titel="Invloed">
      <Feiten
        feiten={[
          { naam: `Van ${naam} naar de MGR`, waarde: invloed.naarMgr },
          { naam: `Van de MGR naar ${naam}`, waarde: invloed.vanMgr },
          { naam: "Naar directe stakeholders", waarde: invloed.naarDirecteStakeholders },
          { naam: "Van directe stakeholders", waarde: invloed.vanDirecteStakeholders },
        ]}
      />
      <Bronnen bronnen={[invloed.bron]} />
    </Vak>
  );
}
