import { useQuery } from "urql";
import { HUBROL_NAAM } from "~/features/account/ik";
import { graphql } from "~/graphql/gen";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, Skelet } from "~/ui/Staat";
import { Tabel } from "~/ui/Tabel";

const PersonenQuery = graphql(`
  query Personen {
    personen(first: 100) {
      nodes {
        id
        naam
        actief
        aanstellingen {
          id
          hubrol
        }
      }
    }
  }
`);

export function BeheerPagina() {
  const [{ data, error }, opnieuw] = useQuery({ query: PersonenQuery });
  return (
    <Pagina titel="Personen" kruimel="Beheer">
      {!data &&
        (error ? (
          <Foutstaat gebeurd="De personen konden niet geladen worden." opnieuw={() => opnieuw()} />
        ) : (
          <Skelet regels={10} hoogte="2rem" />
        ))}
      {data && (
        <Tabel
          bijschrift="Personen met toegang tot de hub"
          rijen={data.personen.nodes}
          sleutel={({ id }) => id}
          kolommen={[
            { kop: "Naam", isNaam: true, cel: ({ naam }) => naam },
            {
              kop: "Rollen",
              cel: ({ aanstellingen }) => aanstellingen.map(({ hubrol }) => HUBROL_NAAM[hubrol]).join(", "),
            },
            { kop: "Toegang", cel: ({ actief }) => (actief ? "Ja" : "Nee") },
          ]}
        />
      )}
    </Pagina>
  );
}
