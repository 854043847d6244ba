import { useEffect, useMemo } from "react";
import { Link, Navigate, Outlet, useLocation, useParams } from "react-router";
import { useQuery } from "urql";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { bereikVan } from "../bord/useBord";
import { onthoudTraject, trajectAdres, TrajectContext, TrajectenQuery, type Huidig } from "./trajecten";

/** Before there is a trajectory to show: being read, none yet, or not to be had. */
export function GeenTraject({
  geladen,
  fout,
  opnieuw,
}: {
  geladen: boolean;
  fout: unknown;
  opnieuw: () => void;
}) {
  return (
    <Pagina titel="Integratie">
      {geladen ? (
        <LeegStaat titel="Nog geen traject">
          Er is nog geen traject vastgelegd. Wie de hub beheert, doet dat op de server met de opdracht{" "}
          <code>samenspel feiten</code>. Open deze pagina daarna opnieuw.
        </LeegStaat>
      ) : fout ? (
        <Foutstaat gebeurd="De trajecten konden niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={8} hoogte="5rem" />
      )}
    </Pagina>
  );
}

/** Everything about one trajectory, taken from the address: pages below it ask for it with `useTraject`. */
export function TrajectKader() {
  const { traject: gevraagd = "" } = useParams();
  const { pathname, search } = useLocation();
  const [{ data, error, stale }, lees] = useQuery({ query: TrajectenQuery });
  const trajecten = data?.trajecten;
  const gevonden = trajecten?.find(({ id, sleutel }) => sleutel === gevraagd || id === gevraagd);
  const huidig = useMemo<Huidig | null>(() => {
    if (!gevonden || !trajecten) return null;
    return {
      ...gevonden,
      alle: trajecten,
      bereik: bereikVan(gevonden.id),
      adres: (pagina, deel) => trajectAdres(gevonden.sleutel, pagina, deel),
    };
  }, [gevonden, trajecten]);
  const sleutel = gevonden?.sleutel;
  useEffect(() => {
    if (sleutel) onthoudTraject(sleutel);
  }, [sleutel]);

  if (huidig && huidig.sleutel !== gevraagd) {
    const [pagina = "takenbord", ...deel] = pathname.split("/").slice(3);
    return <Navigate replace to={{ pathname: huidig.adres(pagina, deel.join("/")), search }} />;
  }
  if (huidig) {
    return (
      <TrajectContext value={huidig}>
        <Outlet key={huidig.id} />
      </TrajectContext>
    );
  }
  if (trajecten?.length && !stale) {
    return (
      <Pagina titel="Integratie">
        <LeegStaat
          titel="Dit traject bestaat niet"
          actie={trajecten.map((een) => (
            <Link key={een.id} to={trajectAdres(een.sleutel, "takenbord")}>
              {een.naam}
            </Link>
          ))}
        >
          Misschien is het adres niet goed overgenomen. Deze trajecten zijn er wel.
        </LeegStaat>
      </Pagina>
    );
  }
  return (
    <GeenTraject
      geladen={!!data && !stale}
      fout={error}
      opnieuw={() => lees({ requestPolicy: "network-only" })}
    />
  );
}
