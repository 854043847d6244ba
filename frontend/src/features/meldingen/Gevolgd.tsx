import { Link } from "react-router";
import { datumTekst, dagVan } from "~/lib/datum";
import { Gegevens } from "~/ui/Gegevens";
import { Knop } from "~/ui/Knop";
import { Vak } from "~/ui/Vak";
import { meldingAdres } from "./onderwerp";
import { useVolgen } from "./useVolgen";
import stijl from "./Meldingen.module.css";

/** All one follows, to stop with some of it. */
export function Gevolgd() {
  const { staat, herlees, volg } = useVolgen();
  return (
    <Vak titel="Wat je volgt" id="volgt">
      <Gegevens staat={staat} opnieuw={herlees} fout="Wat je volgt kon niet geladen worden." regels={2}>
        {({ gevolgd }) =>
          gevolgd.length === 0 ? (
            <p>
              Je volgt nog niets. Kies bij een taak, een besluit, een afspraak of een contract ‘Volgen’: dan
              krijg je een melding als een ander er iets aan verandert.
            </p>
          ) : (
            <ul className={stijl.gevolgd}>
              {gevolgd.map(({ onderwerp, titel, sinds }) => (
                <li key={onderwerp.id}>
                  <span>
                    <Link to={meldingAdres(onderwerp) ?? "/meldingen"}>{titel}</Link>{" "}
                    <small>sinds {datumTekst(dagVan(new Date(sinds)))}</small>
                  </span>
                  <Knop
                    soort="stil"
                    aria-label={`Volg ‘${titel}’ niet meer`}
                    onPress={() => void volg(onderwerp.id, false)}
                  >
                    Niet meer volgen
                  </Knop>
                </li>
              ))}
            </ul>
          )
        }
      </Gegevens>
    </Vak>
  );
}
