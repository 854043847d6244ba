import { Link } from "react-router";
import { useQuery } from "urql";
import { HUBROL_LIJST, rolNaam } from "~/features/account/rollen";
import { useNuHier } from "~/features/vandaag/nuHier";
import { graphql } from "~/graphql/gen";
import type { Hubrol } from "~/graphql/gen/graphql";
import { useFilters } from "~/lib/adres";
import { useVertraagd } from "~/lib/vertraagd";
import { ORGANISATIE } from "~/realtime/contexten";
import { Avatar } from "~/ui/Avatar";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Zoekveld } from "~/ui/Zoekveld";
import { Kader } from "../Kader";
import { Verder } from "../Verder";
import stijl from "../Organisatie.module.css";

const PersonenQuery = graphql(`
  query Personen($zoek: String, $hubrol: Hubrol, $after: String) {
    positie
    personen(first: 100, after: $after, zoek: $zoek, hubrol: $hubrol) {
      totaal
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        naam
        initialen
        aanstellingen {
          id
          hubrol
          gemeente {
            id
            naam
          }
        }
      }
    }
  }
`);
const ROLLEN = HUBROL_LIJST.map((id) => ({ id, naam: rolNaam(id) }));

export function PersonenPagina() {
  const { filters, zet, wis, actief } = useFilters("zoek", "rol", "na");
  const zoek = useVertraagd(filters.zoek);
  const nuHier = useNuHier().map(({ id }) => id);
  const [staat, lees] = useQuery({
    query: PersonenQuery,
    variables: { zoek: zoek || null, hubrol: (filters.rol as Hubrol) || null, after: filters.na || null },
    context: ORGANISATIE,
  });
  const lijst = staat.data?.personen;
  return (
    <Kader titel="Personen in de hub">
      <Filterbalk actief={actief} opWis={wis} telling={lijst && `${lijst.totaal} personen`}>
        <Zoekveld label="Zoek op naam" waarde={filters.zoek} opWijzig={(tekst) => zet("zoek", tekst)} />
        <Keuze
          label="Rol"
          opties={ROLLEN}
          leeg="Alle rollen"
          waarde={filters.rol || null}
          opKies={(rol) => zet("rol", rol)}
        />
      </Filterbalk>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De personen konden niet geladen worden."
        regels={14}
      >
        {({ personen: { nodes } }) =>
          nodes.length === 0 ? (
            <LeegStaat titel="Niemand gevonden" actie={<Knop onPress={wis}>Wis de filters</Knop>}>
              Er is niemand die hieraan voldoet.
            </LeegStaat>
          ) : (
            <Tabel
              bijschrift="Personen in de hub"
              rijen={nodes}
              sleutel={({ id }) => id}
              kolommen={[
                {
                  kop: "Naam",
                  isNaam: true,
                  cel: (persoon) => (
                    <span className={stijl.persoon}>
                      <Avatar persoon={persoon} klein />
                      {persoon.naam}
                    </span>
                  ),
                },
                {
                  kop: "Rollen",
                  cel: ({ aanstellingen }) =>
                    [...new Set(aanstellingen.map(({ hubrol }) => rolNaam(hubrol)))].join(", ") || "Geen rol",
                },
                {
                  kop: "Gemeente",
                  cel: ({ aanstellingen }) =>
                    aanstellingen.some(({ gemeente }) => gemeente) ? (
                      <span className={stijl.cel}>
                        {aanstellingen.map(
                          ({ id, gemeente }) =>
                            gemeente && (
                              <Link key={id} to={`/organisatie/gemeenten/${gemeente.id}`}>
                                {gemeente.naam}
                              </Link>
                            ),
                        )}
                      </span>
                    ) : (
                      <span className={stijl.stil}>alle</span>
                    ),
                },
                {
                  kop: "Nu",
                  cel: ({ id }) =>
                    nuHier.includes(id) ? (
                      <Status soort="gereed">In de hub</Status>
                    ) : (
                      <span className={stijl.stil}>niet in de hub</span>
                    ),
                },
              ]}
            />
          )
        }
      </Gegevens>
      <Verder pagina={lijst?.pageInfo} na={filters.na} opNa={(na) => zet("na", na)} />
    </Kader>
  );
}
