import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { useBord } from "./bord/useBord";
import { IntegratieTabs } from "./Kader";
import { Takenbord } from "./Takenbord";

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

function LiveBord({ traject, id }: { traject: string; id: string }) {
  const { bord, geladen, fout, opnieuw } = useBord(traject, id);
  if (bord) return <Takenbord bord={bord} />;
  return (
    <Pagina titel="Takenbord" kruimel="Integratie" tabs={<IntegratieTabs />}>
      {geladen ? (
        <LeegStaat titel="Dit bord is er niet meer">Het bord is weggehaald terwijl je keek.</LeegStaat>
      ) : fout ? (
        <Foutstaat gebeurd="Het bord kon niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={8} hoogte="5rem" />
      )}
    </Pagina>
  );
}

const DEEL = /^$|^archief$|^taak\/[^/]+$/;

export function TakenbordPagina() {
  const { "*": deel = "" } = useParams();
  return DEEL.test(deel) ? (
    <EersteBord />
  ) : (
    <Pagina titel="Pagina niet gevonden" kruimel="Integratie" tabs={<IntegratieTabs />}>
      <LeegStaat
        titel="Deze pagina bestaat niet"
        actie={<Link to="/integratie/takenbord">Naar het takenbord</Link>}
      >
        Misschien is het adres niet goed overgenomen.
      </LeegStaat>
    </Pagina>
  );
}

function EersteBord() {
  const [{ data, error }, opnieuw] = useQuery({ query: TrajectenQuery });
  const traject = data?.trajecten[0];
  const bord = traject?.borden[0];
  if (traject && bord) return <LiveBord traject={traject.id} id={bord.id} />;
  return (
    <Pagina titel="Takenbord" kruimel="Integratie" tabs={<IntegratieTabs />}>
      {data ? (
        <LeegStaat titel="Nog geen bord">
          Er is nog geen traject met een bord vastgelegd. Wie de hub beheert, doet dat op de server met de
          opdracht <code>samenspel feiten</code>. Open deze pagina daarna opnieuw.
        </LeegStaat>
      ) : error ? (
        <Foutstaat
          gebeurd="De trajecten konden niet geladen worden."
          opnieuw={() => opnieuw({ requestPolicy: "network-only" })}
        />
      ) : (
        <Skelet regels={8} hoogte="5rem" />
      )}
    </Pagina>
  );
}
