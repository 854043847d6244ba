import { Link } from "react-router";
import { useQuery } from "urql";
import { AFSPRAKEN } from "~/realtime/contexten";
import { Gegevens } from "~/ui/Gegevens";
import { Bronnen } from "~/ui/Herkomstregel";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { AfspraakLijst } from "./AfspraakLijst";
import { Kader } from "./Kader";
import { UitkomstenQuery } from "./vragen";
import stijl from "./Afspraken.module.css";

/** The outcome of which the hub shows itself how it goes: an even share of gemeenten. */
const EVENREDIG = 10;

/** The ten outcomes, with the agreements that serve them; one without an agreement stands out. */
export function UitkomstenPagina() {
  const [staat, lees] = useQuery({ query: UitkomstenQuery, context: AFSPRAKEN });
  return (
    <Kader titel="Uitkomsten">
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De uitkomsten konden niet geladen worden."
        regels={10}
        hoogte="4rem"
      >
        {({ uitkomsten }) =>
          uitkomsten.length === 0 ? (
            <LeegStaat titel="Nog geen uitkomsten">
              Wie de hub beheert, legt ze vast op de server met de opdracht <code>samenspel feiten</code>.
            </LeegStaat>
          ) : (
            <>
              <p className={stijl.stil}>
                Wat afspraken tussen toegang, beleid en MGR samen moeten opleveren. Koppel op de pagina van
                een afspraak aan welke uitkomst zij bijdraagt.
              </p>
              <div className={stijl.uitkomst}>
                {uitkomsten.map(({ id, nummer, naam, herkomst, afspraken }) => {
                  const vast = afspraken.filter(({ fase }) => fase === "VASTGESTELD").length;
                  return (
                    <Vak key={id} titel={`${nummer}. ${naam}`}>
                      {afspraken.length === 0 ? (
                        <Status soort="fout">Nog geen afspraak</Status>
                      ) : vast === 0 ? (
                        <Status soort="wacht">Nog geen afspraak vastgesteld</Status>
                      ) : (
                        <Status soort="gereed">
                          {vast} van {afspraken.length} vastgesteld
                        </Status>
                      )}
                      <AfspraakLijst naam={`Afspraken voor ${naam}`} afspraken={afspraken} />
                      {nummer === EVENREDIG && (
                        <Link to="/organisatie/bijdrage">Bekijk hoe gemeenten bijdragen</Link>
                      )}
                      <Bronnen bronnen={[herkomst.bron]} />
                    </Vak>
                  );
                })}
              </div>
            </>
          )
        }
      </Gegevens>
    </Kader>
  );
}
