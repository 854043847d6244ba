import { Link } from "react-router";
import { Foutstaat, LeegStaat } from "~/ui/Staat";
import { Pagina } from "~/ui/Pagina";

/** A bug in a page: the shell stays, the person can go on. */
export function FoutPagina() {
  return (
    <Pagina titel="Er ging iets mis">
      <Foutstaat
        gebeurd="Deze pagina werkt nu niet door een fout in de hub."
        opnieuw={() => location.reload()}
      />
    </Pagina>
  );
}

export function NietGevonden() {
  return (
    <Pagina titel="Pagina niet gevonden">
      <LeegStaat titel="Deze pagina bestaat niet" actie={<Link to="/">Naar Vandaag</Link>}>
        Misschien is het adres niet goed overgenomen, of is de pagina verplaatst.
      </LeegStaat>
    </Pagina>
  );
}
