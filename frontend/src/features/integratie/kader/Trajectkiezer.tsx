import { IconChevronDown, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useMag } from "~/features/account/ik";
import { Knop } from "~/ui/Knop";
import { Menu } from "~/ui/Menu";
import { NieuwTraject } from "./NieuwTraject";
import { trajectAdres, useTraject } from "./trajecten";

const NIEUW = "nieuw";

/** The same page of another trajectory, and starting one. With nothing to choose there is nothing to see. */
export function Trajectkiezer() {
  const { id, alle } = useTraject();
  const mag = useMag("TrajectInrichten");
  const ga = useNavigate();
  const pagina = useLocation().pathname.split("/")[3] || "takenbord";
  const [nieuw, zetNieuw] = useState(false);
  const dialoog = nieuw && <NieuwTraject opSluit={() => zetNieuw(false)} />;
  if (alle.length < 2) {
    return (
      mag && (
        <span className="niet-afdrukken">
          <Knop soort="stil" onPress={() => zetNieuw(true)}>
            <IconPlus size={17} aria-hidden />
            Nieuw traject
          </Knop>
          {dialoog}
        </span>
      )
    );
  }
  const kies = (keuze: string) => {
    if (keuze === NIEUW) return zetNieuw(true);
    const ander = alle.find((een) => een.id === keuze);
    if (ander) void ga(trajectAdres(ander.sleutel, pagina));
  };
  return (
    <span className="niet-afdrukken">
      <Menu
        naam="Kies een traject"
        knop={
          <Knop soort="stil">
            Trajecten ({alle.length})
            <IconChevronDown size={17} aria-hidden />
          </Knop>
        }
        regels={[
          ...alle.map((een) => ({ id: een.id, naam: een.naam, tekst: een.naam, gekozen: een.id === id })),
          ...(mag ? [{ id: NIEUW, naam: "Nieuw traject…" }] : []),
        ]}
        opKies={kies}
      />
      {dialoog}
    </span>
  );
}
