import { IconChevronDown, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { Knop } from "~/ui/Knop";
import { Menu } from "~/ui/Menu";
import { ALLE_TAKEN } from "../alleTaken";
import { useMagHier } from "./stand";
import { NieuwTraject } from "./NieuwTraject";
import { trajectAdres, useTraject } from "./trajecten";

const NIEUW = "nieuw";
const ALLE = "alle";

/** The same page of another trajectory, and starting one. With nothing to choose there is nothing to see. */
export function Trajectkiezer() {
  const { id, alle } = useTraject();
  const mag = useMagHier("TrajectInrichten");
  const ga = useNavigate();
  const pagina = useLocation().pathname.split("/")[3] || "takenbord";
  const [nieuw, zetNieuw] = useState(false);
  const dialoog = nieuw && <NieuwTraject opSluit={() => zetNieuw(false)} />;
  if (alle.length < 2) {
    return (
      mag && (
        <>
          <Knop soort="stil" onPress={() => zetNieuw(true)}>
            <IconPlus size={17} aria-hidden />
            Nieuw traject
          </Knop>
          {dialoog}
        </>
      )
    );
  }
  const kies = (keuze: string) => {
    if (keuze === NIEUW) return zetNieuw(true);
    if (keuze === ALLE) return void ga(ALLE_TAKEN);
    const ander = alle.find((een) => een.id === keuze);
    if (ander) void ga(trajectAdres(ander.sleutel, pagina));
  };
  return (
    <>
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
          { id: ALLE, naam: "Taken van alle trajecten" },
          ...(mag ? [{ id: NIEUW, naam: "Nieuw traject…" }] : []),
        ]}
        opKies={kies}
      />
      {dialoog}
    </>
  );
}
