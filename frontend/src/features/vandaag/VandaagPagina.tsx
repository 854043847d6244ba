import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Status } from "~/ui/Status";

const VandaagQuery = graphql(`
  query Vandaag {
    vandaag {
      positie
      mijnTaken {
        id
        titel
        teLaat
      }
    }
  }
`);

export function VandaagPagina() {
  const [{ data, error }, opnieuw] = useQuery({ query: VandaagQuery, requestPolicy: "cache-and-network" });
  const taken = data?.vandaag.mijnTaken;
  return (
    <Pagina titel="Vandaag">
      {!data && error && (
        <Foutstaat
          gebeurd="Vandaag kon niet geladen worden."
          opnieuw={() => opnieuw({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <Skelet regels={5} hoogte="2.5rem" />}
      {taken?.length === 0 && (
        <LeegStaat titel="Er wacht niets op je">Je bent van geen enkele open taak eigenaar.</LeegStaat>
      )}
      {!!taken?.length && (
        <section>
          <h2>Mijn taken</h2>
          <ul>
            {taken.map((taak) => (
              <li key={taak.id}>
                {taak.titel} {taak.teLaat && <Status soort="fout">Te laat</Status>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Pagina>
  );
}
