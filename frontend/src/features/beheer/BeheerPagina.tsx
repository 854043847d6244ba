import { useState } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import { HUBROL_LIJST, rolNaam } from "~/features/account/rollen";
import type { Hubrol } from "~/graphql/gen/graphql";
import { useFilters } from "~/lib/adres";
import { ORGANISATIE } from "~/realtime/contexten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { Pagina } from "~/ui/Pagina";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Zoekveld } from "~/ui/Zoekveld";
import { AlleenBeheer } from "./AlleenBeheer";
import { NieuwePersoon } from "./NieuwePersoon";
import { PersonenQuery } from "./personen";

const ROLLEN = HUBROL_LIJST.map((id) => ({ id, naam: rolNaam(id) }));

function Personen() {
  const { filters, zet, wis, actief } = useFilters("zoek", "rol", "na");
  const [nieuw, zetNieuw] = useState(false);
  const [staat, lees] = useQuery({
    query: PersonenQuery,
    variables: {
      zoek: filters.zoek || null,
      hubrol: (filters.rol as Hubrol) || null,
      after: filters.na || null,
    },
    context: ORGANISATIE,
  });
  const einde = staat.data?.personen.pageInfo;
  return (
    <Pagina titel="Personen" kruimel="Beheer">
      <Filterbalk
        actief={actief}
        opWis={wis}
        telling={staat.data && `${staat.data.personen.totaal} personen`}
        actie={
          <Knop soort="vol" onPress={() => zetNieuw(true)}>
            Persoon toevoegen
          </Knop>
        }
      >
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
        regels={12}
      >
        {({ personen: { nodes } }) =>
          nodes.length === 0 ? (
            <LeegStaat titel="Niemand gevonden" actie={actief && <Knop onPress={wis}>Wis de filters</Knop>}>
              Er is niemand die hieraan voldoet.
            </LeegStaat>
          ) : (
            <Tabel
              bijschrift="Personen met toegang tot de hub"
              rijen={nodes}
              sleutel={({ id }) => id}
              kolommen={[
                {
                  kop: "Naam",
                  isNaam: true,
                  cel: ({ id, naam }) => <Link to={`/beheer/personen/${id}`}>{naam}</Link>,
                },
                { kop: "E-mailadres", cel: ({ email }) => email },
                {
                  kop: "Rollen",
                  cel: ({ aanstellingen }) =>
                    aanstellingen
                      .map(({ hubrol, gemeente }) =>
                        [rolNaam(hubrol), gemeente?.naam].filter(Boolean).join(" "),
                      )
                      .join(", ") || "Geen rol",
                },
                {
                  kop: "Toegang",
                  cel: ({ actief: mag }) =>
                    mag ? <Status soort="gereed">Ja</Status> : <Status soort="fout">Geblokkeerd</Status>,
                },
              ]}
            />
          )
        }
      </Gegevens>
      {(einde?.hasNextPage || filters.na) && (
        <div>
          {einde?.hasNextPage && <Knop onPress={() => zet("na", einde.endCursor ?? null)}>Volgende 100</Knop>}
          {filters.na && <Knop onPress={() => zet("na", null)}>Terug naar het begin</Knop>}
        </div>
      )}
      <NieuwePersoon open={nieuw} opSluit={() => zetNieuw(false)} />
    </Pagina>
  );
}

export function BeheerPagina() {
  return (
    <AlleenBeheer>
      <Personen />
    </AlleenBeheer>
  );
}
