import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { useAbonnement } from "~/realtime/abonnement";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { BordQuery, IntegratieAbonnement } from "./bord";

const TrajectenQuery = graphql(`
  query Trajecten {
    trajecten {
      id
      naam
      borden {
        id
        naam
      }
    }
  }
`);
const STATUS = { TE_DOEN: "open", BEZIG: "bezig", WACHT: "wacht", GEREED: "gereed" } as const;

function Bord({ traject, id }: { traject: string; id: string }) {
  const bereik = `integratie:${traject}`;
  const [{ data, error }, lees] = useQuery({
    query: BordQuery,
    variables: { id },
    context: contexten(bereik),
  });
  const herlaad = () => lees({ requestPolicy: "network-only", bereik });
  useAbonnement({
    document: IntegratieAbonnement,
    variabelen: { traject },
    bereik,
    positie: data?.bord?.positie,
    herlaad,
  });
  if (!data?.bord)
    return error ? (
      <Foutstaat gebeurd="Het bord kon niet geladen worden." opnieuw={herlaad} />
    ) : (
      <Skelet regels={8} hoogte="3rem" />
    );
  return data.bord.kolommen.map((kolom) => {
    const taken = data.bord!.taken.filter((taak) => taak.kolom.id === kolom.id);
    return (
      <section key={kolom.id}>
        <h2>
          <Status soort={STATUS[kolom.soort]}>{kolom.naam}</Status> {taken.length}
        </h2>
        <ul>
          {taken.map((taak) => (
            <li key={taak.id}>{taak.titel}</li>
          ))}
        </ul>
      </section>
    );
  });
}

// urql wants the same object for the same context.
const bewaard = new Map<string, { bereik: string; requestPolicy: "cache-and-network" }>();
function contexten(bereik: string) {
  const context = bewaard.get(bereik) ?? { bereik, requestPolicy: "cache-and-network" as const };
  bewaard.set(bereik, context);
  return context;
}

export function TakenbordPagina() {
  const [{ data, error }] = useQuery({ query: TrajectenQuery });
  const traject = data?.trajecten[0];
  const bord = traject?.borden[0];
  return (
    <Pagina titel="Takenbord" kruimel={traject && `Integratie › ${traject.naam}`}>
      {!data &&
        (error ? (
          <Foutstaat gebeurd="De trajecten konden niet geladen worden." />
        ) : (
          <Skelet regels={8} hoogte="3rem" />
        ))}
      {data && !bord && (
        <LeegStaat titel="Nog geen bord">Er is nog geen traject met een bord vastgelegd.</LeegStaat>
      )}
      {traject && bord && <Bord traject={traject.id} id={bord.id} />}
    </Pagina>
  );
}
