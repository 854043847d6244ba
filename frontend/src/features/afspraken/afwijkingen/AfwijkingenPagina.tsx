import { useQuery } from "urql";
import { useFilters } from "~/lib/adres";
import { komtVoor } from "~/lib/zoek";
import { AFSPRAKEN } from "~/realtime/contexten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Zoekveld } from "~/ui/Zoekveld";
import { Kader } from "../Kader";
import { AfwijkingenQuery } from "./afwijking";
import { AfwijkingTabel } from "./AfwijkingTabel";

/** What differs and why, over all gemeenten and articles; what ended stays countable. */
export function AfwijkingenPagina() {
  const { filters, zet, wis, actief } = useFilters("zoek", "gemeente", "toon");
  const [staat, lees] = useQuery({ query: AfwijkingenQuery, context: AFSPRAKEN });
  const alle = staat.data?.afwijkingen ?? [];
  const lopend = alle.filter(({ geldt }) => geldt);
  const gemeenten = [...new Map(alle.map(({ gemeente }) => [gemeente.id, gemeente])).values()];
  const rijen = (filters.toon === "voorbij" ? alle.filter(({ geldt }) => !geldt) : lopend).filter(
    ({ gemeente, afspraak, kop, reden, hier }) =>
      (!filters.gemeente || gemeente.id === filters.gemeente) &&
      komtVoor(filters.zoek, gemeente.naam, afspraak.naam, kop, reden, hier),
  );
  return (
    <Kader titel="Wat verschilt en waarom">
      <Filterbalk
        actief={actief}
        opWis={wis}
        telling={staat.data && `${lopend.length} lopend, ${alle.length - lopend.length} geëindigd`}
      >
        <Zoekveld label="Zoek een afwijking" waarde={filters.zoek} opWijzig={(tekst) => zet("zoek", tekst)} />
        <Keuze
          label="Gemeente"
          opties={gemeenten}
          leeg="Alle gemeenten"
          waarde={filters.gemeente || null}
          opKies={(gemeente) => zet("gemeente", gemeente)}
        />
        <Knop
          aan={filters.toon === "voorbij"}
          onPress={() => zet("toon", filters.toon === "voorbij" ? null : "voorbij")}
        >
          Geëindigd
        </Knop>
      </Filterbalk>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De afwijkingen konden niet geladen worden."
      >
        {() =>
          rijen.length > 0 ? (
            <AfwijkingTabel afwijkingen={rijen} metAfspraak />
          ) : actief ? (
            <LeegStaat
              titel="Geen afwijkingen bij deze filters"
              actie={<Knop onPress={wis}>Wis filters</Knop>}
            >
              Er is geen afwijking die past bij wat je gekozen hebt.
            </LeegStaat>
          ) : (
            <LeegStaat titel="Nergens een afwijking">
              Kan een gemeente een afspraak niet volgen? Leg dat vast op de pagina van die afspraak: welk
              artikel, waarom en tot wanneer.
            </LeegStaat>
          )
        }
      </Gegevens>
    </Kader>
  );
}
