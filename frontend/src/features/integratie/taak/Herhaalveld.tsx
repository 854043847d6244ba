import { useState } from "react";
import type { Herhaaleenheid } from "~/graphql/gen/graphql";
import { Keuze } from "~/ui/Keuze";
import { Veld } from "~/ui/Veld";
import { EENHEDEN, GEWOON, herhalingTekst, isGewoon, type Herhaling } from "./herhaling";
import stijl from "./Taak.module.css";

type Props = { waarde: Herhaling | null; opKies: (waarde: Herhaling | null) => void; fout?: string };
const ANDERS = "anders";
const OPTIES = [
  ...GEWOON.map((herhaling) => ({ id: herhalingTekst(herhaling), naam: herhalingTekst(herhaling) })),
  { id: ANDERS, naam: "anders…" },
];

/** Whether, and how often, a task comes back once it is done. */
export function Herhaalveld({ waarde, opKies, fout }: Props) {
  const [anders, zetAnders] = useState(false);
  const vrij = waarde !== null && (anders || !isGewoon(waarde));
  const kies = (id: string | null) => {
    zetAnders(id === ANDERS);
    if (id === ANDERS) return opKies(waarde ?? { elke: 3, eenheid: "WEEK" });
    opKies(GEWOON.find((herhaling) => herhalingTekst(herhaling) === id) ?? null);
  };
  return (
    <>
      <Keuze
        label="Komt terug"
        hulp="Is de taak gereed, dan komt zij opnieuw op het bord. Dat telt vanaf de vervaldatum."
        opties={OPTIES}
        leeg="niet"
        waarde={vrij ? ANDERS : waarde && herhalingTekst(waarde)}
        opKies={kies}
        fout={vrij ? undefined : fout}
      />
      {vrij && (
        <div className={stijl.ritme}>
          <Veld
            label="Om de"
            inputMode="numeric"
            maxLength={2}
            value={waarde.elke ? String(waarde.elke) : ""}
            onChange={(tekst) => opKies({ ...waarde, elke: Number(tekst.replace(/\D/g, "")) })}
            fout={fout}
          />
          <Keuze
            label="Eenheid"
            opties={EENHEDEN}
            waarde={waarde.eenheid}
            opKies={(id) => opKies({ ...waarde, eenheid: id as Herhaaleenheid })}
          />
        </div>
      )}
    </>
  );
}
