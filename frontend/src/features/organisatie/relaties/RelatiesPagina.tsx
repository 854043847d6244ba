import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { useFilters } from "~/lib/adres";
import { ORGANISATIE } from "~/realtime/contexten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Tabel } from "~/ui/Tabel";
import { Kader } from "../Kader";
import { NogGeenFeiten } from "../NogGeenFeiten";
import { Partij } from "../Partij";
import { Verder } from "../Verder";

const RelatiesQuery = graphql(`
  query Relaties($soort: String, $after: String) {
    positie
    alle: relaties(first: 100) {
      nodes {
        id
        soort
      }
    }
    relaties(first: 100, after: $after, soort: $soort) {
      totaal
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RelatieVoluit
      }
    }
  }
`);

export function RelatiesPagina() {
  const { filters, zet, wis, actief } = useFilters("soort", "na");
  const [staat, lees] = useQuery({
    query: RelatiesQuery,
    variables: { soort: filters.soort || null, after: filters.na || null },
    context: ORGANISATIE,
  });
  const lijst = staat.data?.relaties;
  const soorten = [...new Set(staat.data?.alle.nodes.map(({ soort }) => soort))].sort();
  return (
    <Kader titel="Relaties">
      <Filterbalk actief={actief} opWis={wis} telling={lijst && `${lijst.totaal} relaties`}>
        <Keuze
          label="Soort"
          opties={soorten.map((soort) => ({ id: soort, naam: soort }))}
          leeg="Alle soorten"
          waarde={filters.soort || null}
          opKies={(soort) => zet("soort", soort)}
        />
      </Filterbalk>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De relaties konden niet geladen worden."
        regels={14}
      >
        {({ relaties: { nodes }, alle }) =>
          alle.nodes.length === 0 ? (
            <NogGeenFeiten />
          ) : nodes.length === 0 ? (
            <LeegStaat titel="Niets gevonden" actie={<Knop onPress={wis}>Wis de filters</Knop>}>
              Er is geen relatie van deze soort.
            </LeegStaat>
          ) : (
            <Tabel
              bijschrift="Relaties tussen partijen"
              rijen={nodes}
              sleutel={({ id }) => id}
              kolommen={[
                { kop: "Van", isNaam: true, cel: ({ van }) => <Partij partij={van} /> },
                { kop: "Naar", cel: ({ naar }) => <Partij partij={naar} /> },
                { kop: "Soort", cel: ({ soort }) => soort },
                { kop: "Omschrijving", cel: ({ omschrijving }) => omschrijving },
                { kop: "Herkomst", cel: ({ herkomst }) => <Herkomstregel herkomst={herkomst} /> },
              ]}
            />
          )
        }
      </Gegevens>
      <Verder pagina={lijst?.pageInfo} na={filters.na} opNa={(na) => zet("na", na)} />
    </Kader>
  );
}
