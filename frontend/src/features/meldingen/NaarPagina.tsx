import { Link, Navigate, useParams } from "react-router";
import { useQuery } from "urql";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { meldingAdres } from "./onderwerp";
import { NaarQuery, type Melding } from "./vragen";

/** Links in letters: from the address of an object to its page. */
export function NaarPagina() {
  const id = useParams()["id"] ?? "";
  const [{ data, error, fetching }, lees] = useQuery({ query: NaarQuery, variables: { id } });
  const adres = meldingAdres(data?.node as Melding["onderwerp"]);
  if (adres) return <Navigate replace to={adres} />;
  return (
    <Pagina titel="Openen">
      {error ? (
        <Foutstaat
          gebeurd="Dit kon niet geopend worden."
          opnieuw={() => lees({ requestPolicy: "network-only" })}
        />
      ) : fetching ? (
        <Skelet regels={4} />
      ) : (
        <LeegStaat titel="Dit is er niet meer" actie={<Link to="/meldingen">Naar je meldingen</Link>}>
          Misschien is het verwijderd, of is het adres niet goed overgenomen.
        </LeegStaat>
      )}
    </Pagina>
  );
}
