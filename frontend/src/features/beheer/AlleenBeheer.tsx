import { Link } from "react-router";
import { useMag } from "~/features/account/ik";
import { Pagina } from "~/ui/Pagina";
import { LeegStaat } from "~/ui/Staat";

/** Beheer is not for everyone: who comes here by an address is told so, and where to go. */
export function AlleenBeheer({ children }: { children: React.ReactNode }) {
  if (useMag("PersonenBeheren")) return children;
  return (
    <Pagina titel="Beheer">
      <LeegStaat
        titel="Deze pagina is voor de beheerder"
        actie={<Link to="/organisatie/personen">Bekijk wie er in de hub werken</Link>}
      >
        Met jouw rol kun je geen personen en rollen beheren. Moet er iets veranderen? Vraag het de beheerder.
      </LeegStaat>
    </Pagina>
  );
}
