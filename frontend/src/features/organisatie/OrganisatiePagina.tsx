import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { Pagina } from "~/ui/Pagina";
import { Regiolabel, regioSleutel } from "~/ui/Regiolabel";
import { Foutstaat, Skelet } from "~/ui/Staat";
import { Tabel } from "~/ui/Tabel";

const GemeentenQuery = graphql(`
  query Gemeenten {
    gemeenten {
      id
      naam
      jeugdregio
      regio {
        id
        sleutel
      }
      subregio {
        id
        sleutel
      }
    }
  }
`);

export function OrganisatiePagina() {
  const [{ data, error }, opnieuw] = useQuery({ query: GemeentenQuery });
  return (
    <Pagina titel="Gemeenten" kruimel="Organisatie">
      {!data &&
        (error ? (
          <Foutstaat gebeurd="De gemeenten konden niet geladen worden." opnieuw={() => opnieuw()} />
        ) : (
          <Skelet regels={14} hoogte="2rem" />
        ))}
      {data && (
        <Tabel
          bijschrift="De gemeenten van de regio"
          rijen={data.gemeenten}
          sleutel={({ id }) => id}
          kolommen={[
            { kop: "Gemeente", isNaam: true, cel: ({ naam }) => naam },
            {
              kop: "Regio",
              cel: ({ regio, subregio }) => {
                const sleutel = regioSleutel((subregio ?? regio).sleutel);
                return sleutel && <Regiolabel regio={sleutel} lang />;
              },
            },
            { kop: "Jeugdregio", cel: ({ jeugdregio }) => jeugdregio },
          ]}
        />
      )}
    </Pagina>
  );
}
