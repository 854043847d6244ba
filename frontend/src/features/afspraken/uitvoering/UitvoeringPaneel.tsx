import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import type { Meld } from "~/features/integratie/bord/useMeldBezig";
import { datumTekst, momentTekst } from "~/lib/datum";
import { Feiten } from "~/ui/Feiten";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { adresVan, UITVOERING, type Cel } from "../afspraak";
import stijl from "../Afspraken.module.css";
import type { Rij } from "./filters";
import { UitvoeringFormulier } from "./UitvoeringFormulier";

type Props = { id: string; afspraken: Rij[]; meldBezig: Meld; opSluit: () => void };

export function UitvoeringPaneel({ id, afspraken, meldBezig, opSluit }: Props) {
  const [bewerkt, zetBewerkt] = useState(false);
  const afspraak = afspraken.find(({ uitvoering }) => uitvoering.some((cel) => cel.id === id));
  const cel = afspraak?.uitvoering.find((een) => een.id === id);
  if (!afspraak || !cel) {
    return (
      <Zijpaneel titel="Uitvoering" opSluit={opSluit}>
        <LeegStaat titel="Deze cel is er niet" actie={<Knop onPress={opSluit}>Terug naar de matrix</Knop>}>
          Misschien geldt de afspraak niet meer in deze gemeente.
        </LeegStaat>
      </Zijpaneel>
    );
  }
  return (
    <Zijpaneel titel={`${cel.gemeente.naam} · ${afspraak.naam}`} opSluit={opSluit}>
      <div
        className={stijl.paneel}
        onFocus={() => bewerkt && meldBezig("BEWERKT", cel.id)}
        onBlur={() => bewerkt && meldBezig("KIJKT")}
      >
        {bewerkt && cel.magInvullen ? (
          <UitvoeringFormulier cel={cel} opKlaar={() => zetBewerkt(false)} />
        ) : (
          <Inhoud cel={cel} opBewerk={() => zetBewerkt(true)} />
        )}
        <p>
          <Link to={adresVan(afspraak.id)}>Naar de afspraak</Link>
        </p>
      </div>
    </Zijpaneel>
  );
}

function Inhoud({ cel, opBewerk }: { cel: Cel; opBewerk: () => void }) {
  const [soort, woord] = UITVOERING[cel.status];
  return (
    <>
      <Feiten
        feiten={[
          { naam: "Status", waarde: <Status soort={soort}>{woord}</Status> },
          { naam: "Stand op", waarde: cel.datum && datumTekst(cel.datum) },
          { naam: "Bron", waarde: cel.bron },
          { naam: "Notitie", waarde: cel.notitie || "geen notitie" },
          {
            naam: "Laatst ingevuld",
            waarde: cel.gewijzigdOp
              ? `${momentTekst(cel.gewijzigdOp)} door ${cel.gewijzigdDoor?.naam ?? "de hub"}`
              : "nog door niemand",
          },
        ]}
      />
      {cel.magInvullen && (
        <div className={stijl.knoppen}>
          <Knop soort="vol" onPress={opBewerk}>
            <IconPencil size={17} aria-hidden />
            Vul in
          </Knop>
        </div>
      )}
    </>
  );
}
