import { Link } from "react-router";
import { useQuery } from "urql";
import { useFilters } from "~/lib/adres";
import { vandaag } from "~/lib/datum";
import { komtVoor } from "~/lib/zoek";
import { ORGANISATIE } from "~/realtime/contexten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Zoekveld } from "~/ui/Zoekveld";
import { DeelnameLabel } from "../DeelnameLabel";
import { Kader } from "../Kader";
import { NogGeenFeiten } from "../NogGeenFeiten";
import { RegioVan } from "../RegioVan";
import stijl from "../Organisatie.module.css";
import { GemeentenQuery } from "./gemeentenVraag";

export function GemeentenPagina() {
  const { filters, zet, wis, actief } = useFilters("zoek", "regio");
  const [staat, lees] = useQuery({
    query: GemeentenQuery,
    variables: { op: vandaag() },
    context: ORGANISATIE,
  });
  const alle = staat.data?.gemeenten ?? [];
  const getoond = alle.filter(
    ({ naam, regio, subregio }) =>
      komtVoor(filters.zoek, naam) &&
      (!filters.regio || [regio.sleutel, subregio?.sleutel].includes(filters.regio)),
  );
  const regios = (staat.data?.regios ?? [])
    .filter(({ sleutel }) => alle.some((g) => [g.regio.sleutel, g.subregio?.sleutel].includes(sleutel)))
    .map(({ sleutel, naam }) => ({ id: sleutel, naam }));
  return (
    <Kader titel="Gemeenten">
      <Filterbalk
        actief={actief}
        opWis={wis}
        telling={staat.data && `${getoond.length} van ${alle.length} gemeenten`}
      >
        <Zoekveld label="Zoek een gemeente" waarde={filters.zoek} opWijzig={(tekst) => zet("zoek", tekst)} />
        <Keuze
          label="Regio"
          opties={regios}
          leeg="Alle regio’s"
          waarde={filters.regio || null}
          opKies={(regio) => zet("regio", regio)}
        />
      </Filterbalk>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De gemeenten konden niet geladen worden."
        regels={14}
      >
        {({ modules }) =>
          alle.length === 0 ? (
            <NogGeenFeiten />
          ) : getoond.length === 0 ? (
            <LeegStaat titel="Geen gemeente gevonden" actie={<Knop onPress={wis}>Wis de filters</Knop>}>
              Er is geen gemeente die hieraan voldoet.
            </LeegStaat>
          ) : (
            <Tabel
              bijschrift="Gemeenten"
              rijen={getoond}
              sleutel={({ id }) => id}
              kolommen={[
                {
                  kop: "Gemeente",
                  isNaam: true,
                  cel: ({ id, naam }) => <Link to={`/organisatie/gemeenten/${id}`}>{naam}</Link>,
                },
                { kop: "Regio", cel: (gemeente) => <RegioVan gemeente={gemeente} /> },
                ...modules.map((module) => ({
                  kop: module.naam,
                  cel: ({ deelnames }: (typeof alle)[number]) => {
                    const deelname = deelnames.find((een) => een.module.id === module.id);
                    if (!deelname) return <span className={stijl.stil}>geen deelname</span>;
                    return (
                      <span className={stijl.cel}>
                        <DeelnameLabel status={deelname.status} />
                        {deelname.herkomst.onzeker && <Status soort="onbekend">Onzeker</Status>}
                      </span>
                    );
                  },
                })),
                {
                  kop: "Accounthouder",
                  cel: ({ accounthouders }) =>
                    accounthouders.map(({ naam }) => naam).join(", ") || (
                      <span className={stijl.stil}>niemand</span>
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
