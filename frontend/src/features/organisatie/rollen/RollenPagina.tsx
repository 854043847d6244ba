import { Link } from "react-router";
import { useQuery } from "urql";
import { useFilters } from "~/lib/adres";
import { komtVoor } from "~/lib/zoek";
import { ORGANISATIE } from "~/realtime/contexten";
import { Onbekend } from "~/ui/Feiten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Zoekveld } from "~/ui/Zoekveld";
import { Kader } from "../Kader";
import { NogGeenFeiten } from "../NogGeenFeiten";
import stijl from "../Organisatie.module.css";
import { alsWat, Ritme } from "./Gremium";
import { GremiaQuery, RollenQuery } from "./rollenVraag";

const SOORTEN = [
  { id: "GREMIUM", naam: "Gremium" },
  { id: "ROL", naam: "Rol" },
];

export function RollenPagina() {
  const { filters, zet, wis, actief } = useFilters("zoek", "soort", "groep");
  const [staat, lees] = useQuery({ query: RollenQuery, context: ORGANISATIE });
  const [{ data }] = useQuery({ query: GremiaQuery, variables: {}, context: ORGANISATIE });
  const gremia = new Map((data?.gremia ?? []).map((een) => [een.rol.id, een]));
  const alle = staat.data?.rollen ?? [];
  const getoond = alle.filter(
    ({ naam, afkorting, synoniemen, beschrijving, soort, groep }) =>
      komtVoor(filters.zoek, naam, afkorting, beschrijving, ...synoniemen) &&
      (!filters.soort || soort === filters.soort) &&
      (!filters.groep || groep.sleutel === filters.groep),
  );
  return (
    <Kader titel="Gremia en rollen">
      <Filterbalk
        actief={actief}
        opWis={wis}
        telling={staat.data && `${getoond.length} van ${alle.length} gremia en rollen`}
      >
        <Zoekveld
          label="Zoek een gremium of rol"
          waarde={filters.zoek}
          opWijzig={(tekst) => zet("zoek", tekst)}
        />
        <Keuze
          label="Soort"
          opties={SOORTEN}
          leeg="Gremia en rollen"
          waarde={filters.soort || null}
          opKies={(soort) => zet("soort", soort)}
        />
        <Keuze
          label="Groep"
          opties={(staat.data?.groepen ?? []).map(({ sleutel, naam }) => ({ id: sleutel, naam }))}
          leeg="Alle groepen"
          waarde={filters.groep || null}
          opKies={(groep) => zet("groep", groep)}
        />
      </Filterbalk>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De gremia en rollen konden niet geladen worden."
        regels={14}
      >
        {() =>
          alle.length === 0 ? (
            <NogGeenFeiten />
          ) : getoond.length === 0 ? (
            <LeegStaat titel="Niets gevonden" actie={<Knop onPress={wis}>Wis de filters</Knop>}>
              Er is geen gremium of rol die hieraan voldoet.
            </LeegStaat>
          ) : (
            <Tabel
              bijschrift="Gremia en rollen"
              rijen={getoond}
              sleutel={({ id }) => id}
              kolommen={[
                {
                  kop: "Naam",
                  isNaam: true,
                  cel: ({ id, naam, afkorting }) => (
                    <>
                      <Link to={`/organisatie/rollen/${id}`}>{naam}</Link>
                      {afkorting && ` (${afkorting})`}
                    </>
                  ),
                },
                { kop: "Soort", cel: ({ soort }) => (soort === "GREMIUM" ? "Gremium" : "Rol") },
                { kop: "Groep", cel: ({ groep }) => groep.naam },
                {
                  kop: "In welke rol",
                  cel: ({ id }) => {
                    const gremium = gremia.get(id);
                    return gremium ? alsWat(gremium) : <span className={stijl.stil}>–</span>;
                  },
                },
                {
                  kop: "Overlegt",
                  cel: ({ id, soort, overlegFrequentie }) =>
                    overlegFrequentie ??
                    gremia.get(id)?.afgesproken[0]?.hoeVaak ??
                    (soort === "GREMIUM" ? <Onbekend /> : <span className={stijl.stil}>–</span>),
                },
                {
                  kop: "Gehouden en gepland",
                  cel: ({ id }) => {
                    const gremium = gremia.get(id);
                    return gremium ? <Ritme gremium={gremium} /> : <span className={stijl.stil}>–</span>;
                  },
                },
                {
                  kop: "Zekerheid",
                  cel: ({ herkomst }) =>
                    herkomst.onzeker ? (
                      <Status soort="onbekend">Onzeker</Status>
                    ) : (
                      <span className={stijl.stil}>zeker</span>
                    ),
                },
              ]}
            />
          )
        }
      </Gegevens>
    </Kader>
  );
}
