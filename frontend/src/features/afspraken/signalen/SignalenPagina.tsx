import { useState } from "react";
import { useQuery } from "urql";
import { useFilters } from "~/lib/adres";
import { AFSPRAKEN } from "~/realtime/contexten";
import { Dialoog } from "~/ui/Dialoog";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Kader } from "../Kader";
import { BehandelFormulier } from "./BehandelFormulier";
import { SignalenQuery, type Signaal } from "./signaal";
import { SignaalTabel } from "./SignaalTabel";

const TOON = [
  { id: "open", naam: "Nog niet teruggekoppeld" },
  { id: "eigenaar", naam: "Zonder eigenaar" },
  { id: "vaak", naam: "Komt vaak terug" },
];

/** What does not work, over all agreements. */
export function SignalenPagina() {
  const { filters, zet, wis, actief } = useFilters("toon");
  const [staat, lees] = useQuery({ query: SignalenQuery, context: AFSPRAKEN });
  const [gekozen, zetGekozen] = useState<Signaal>();
  const alle = staat.data?.signalen ?? [];
  const rijen = alle.filter(({ stand, eigenaar, afspraak }) => {
    if (filters.toon === "open") return stand !== "TERUGGEKOPPELD";
    if (filters.toon === "eigenaar") return !eigenaar;
    return filters.toon !== "vaak" || afspraak.signalenKerenTerug;
  });
  return (
    <Kader titel="Signalen">
      <Filterbalk actief={actief} opWis={wis} telling={`${rijen.length} van ${alle.length} signalen`}>
        {TOON.map(({ id, naam }) => (
          <Knop
            key={id}
            aan={filters.toon === id}
            onPress={() => zet("toon", filters.toon === id ? null : id)}
          >
            {naam}
          </Knop>
        ))}
      </Filterbalk>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De signalen konden niet geladen worden."
      >
        {() =>
          rijen.length > 0 ? (
            <SignaalTabel signalen={rijen} metAfspraak opBehandel={zetGekozen} />
          ) : actief ? (
            <LeegStaat titel="Geen signalen bij deze filters" actie={<Knop onPress={wis}>Wis filters</Knop>}>
              Er is geen signaal dat past bij wat je gekozen hebt.
            </LeegStaat>
          ) : (
            <LeegStaat titel="Nog geen signalen">
              Werkt een afspraak niet? Meld het op de pagina van die afspraak, bij Signalen.
            </LeegStaat>
          )
        }
      </Gegevens>
      {gekozen && (
        <Dialoog titel="Behandel het signaal" open opSluit={() => zetGekozen(undefined)}>
          <BehandelFormulier signaal={gekozen} opKlaar={() => zetGekozen(undefined)} />
        </Dialoog>
      )}
    </Kader>
  );
}
