import { useState } from "react";
import type { RolQuery } from "~/graphql/gen/graphql";
import { Knop } from "~/ui/Knop";
import { Vak } from "~/ui/Vak";
import { BezetRolDialoog, useMagBezetten } from "../bezetting/BezetRolDialoog";
import { BezettingLijst } from "../bezetting/BezettingLijst";

type Rol = Extract<NonNullable<RolQuery["node"]>, { __typename: "Rol" }>;
/** Who has these in the hub is known already. */
const IN_DE_HUB = [
  "rol-kwartiermaker",
  "rol-coordinator-toegang",
  "rol-procesregisseur-beleid",
  "rol-accounthouder-mgr",
  "rol-contractmanager",
];

/** Who holds this role or sits in this body, for which gemeente, and who stands in. */
export function Leden({ rol: { id, sleutel, soort, bezetting } }: { rol: Rol }) {
  const [nieuw, zetNieuw] = useState(false);
  const mag = useMagBezetten() && !IN_DE_HUB.includes(sleutel);
  const titel = soort === "GREMIUM" ? "Leden" : "Wie deze rol heeft";
  return (
    <Vak
      titel={titel}
      bij={bezetting.length > 0 && bezetting.length}
      actie={mag && <Knop onPress={() => zetNieuw(true)}>Leg vast wie</Knop>}
    >
      <BezettingLijst
        naam={titel}
        bezetting={bezetting}
        zonder="rol"
        leeg={
          IN_DE_HUB.includes(sleutel)
            ? "Niemand heeft nu deze rol in de hub. De beheerder geeft haar."
            : "Er is nog niemand vastgelegd."
        }
      />
      {nieuw && <BezetRolDialoog rol={id} opSluit={() => zetNieuw(false)} />}
    </Vak>
  );
}
