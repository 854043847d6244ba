import { Link } from "react-router";
import { datumTekst } from "~/lib/datum";
import { Pagina, type Aanwezigen } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { IntegratieTabs } from "../Kader";
import { NaarVerleden, Standbalk } from "./Standbalk";
import { useStand } from "./stand";
import { Trajectkiezer } from "./Trajectkiezer";
import { useTraject } from "./trajecten";
import type { Vraag } from "./useTrajectVraag";
import stijl from "./Kader.module.css";

type Props = {
  titel: string;
  aanwezigen?: Aanwezigen;
  /** Without the margins. */
  vol?: boolean;
  children: React.ReactNode;
};

/** The frame of every page of a trajectory: its title, the pages beside it, the choice of another trajectory. */
export function TrajectPagina({ titel, aanwezigen, vol, children }: Props) {
  const { naam } = useTraject();
  return (
    <Pagina
      titel={titel}
      kruimel={`Integratie › ${naam}`}
      tabs={
        <div className={stijl.rij}>
          <IntegratieTabs />
          <div className={`${stijl.extra} niet-afdrukken`}>
            <NaarVerleden />
            <Trajectkiezer />
          </div>
        </div>
      }
      aanwezigen={aanwezigen}
      vol={vol}
    >
      <Standbalk />
      {children}
    </Pagina>
  );
}

type StaatProps = {
  titel: string;
  vraag: Vraag;
  /** What happened when it could not be read: "De risico’s konden niet geladen worden." */
  gebeurd: string;
  /** What to do first when there is nothing. */
  leeg: React.ReactNode;
  /** The shape of the page while it is read. */
  skelet: { regels: number; hoogte: string };
};

/** The same page while there is nothing on it: being read, not there, or not to be had. */
export function TrajectStaat({ titel, vraag, gebeurd, leeg, skelet }: StaatProps) {
  const stand = useStand();
  return (
    <TrajectPagina titel={titel}>
      {vraag.geladen && stand ? (
        <LeegStaat titel="Toen nog niet in de hub">
          Aan het einde van {datumTekst(stand)} stond hier nog niets. Kies een latere dag.
        </LeegStaat>
      ) : vraag.geladen ? (
        leeg
      ) : vraag.fout ? (
        <Foutstaat gebeurd={gebeurd} opnieuw={vraag.opnieuw} />
      ) : (
        <Skelet {...skelet} />
      )}
    </TrajectPagina>
  );
}

/** An address behind a page that leads nowhere. */
export function OnbekendDeel({ titel, pagina, naar }: { titel: string; pagina: string; naar: string }) {
  const { adres } = useTraject();
  return (
    <TrajectPagina titel={titel}>
      <LeegStaat titel="Deze pagina bestaat niet" actie={<Link to={adres(pagina)}>{naar}</Link>}>
        Misschien is het adres niet goed overgenomen.
      </LeegStaat>
    </TrajectPagina>
  );
}
