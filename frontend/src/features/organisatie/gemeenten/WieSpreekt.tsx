import { useState } from "react";
import { Link } from "react-router";
import { useMag } from "~/features/account/ik";
import type { GemeenteQuery } from "~/graphql/gen/graphql";
import { Knop } from "~/ui/Knop";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { ACCOUNTHOUDER } from "../bezetting/bezetting";
import { BezetRolDialoog, useMagBezetten } from "../bezetting/BezetRolDialoog";
import { BezettingLijst } from "../bezetting/BezettingLijst";

type Gemeente = Extract<NonNullable<GemeenteQuery["node"]>, { __typename: "Gemeente" }>;

/** The accounthouder and their substitute first, then who sits where for this gemeente. */
export function WieSpreekt({ gemeente: { id, naam, bezetting } }: { gemeente: Gemeente }) {
  const [nieuw, zetNieuw] = useState(false);
  const mag = useMagBezetten(id);
  const magPersonen = useMag("PersonenBeheren");
  const heeft = bezetting.some(({ rol, vervangt }) => rol.sleutel === ACCOUNTHOUDER && !vervangt);
  return (
    <Vak
      titel={`Wie spreekt voor ${naam}`}
      actie={mag && <Knop onPress={() => zetNieuw(true)}>Leg een rol vast</Knop>}
    >
      {!heeft && (
        <p>
          <Status soort="fout">Geen accounthouder</Status>{" "}
          {magPersonen ? (
            <Link to="/beheer">Geef iemand deze rol</Link>
          ) : (
            "De beheerder geeft iemand deze rol."
          )}
        </p>
      )}
      <BezettingLijst
        naam={`Wie spreekt voor ${naam}`}
        bezetting={bezetting}
        zonder="gemeente"
        leeg="Er is nog niemand vastgelegd."
      />
      {nieuw && <BezetRolDialoog gemeente={id} opSluit={() => zetNieuw(false)} />}
    </Vak>
  );
}
