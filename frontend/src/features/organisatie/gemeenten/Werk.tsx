import { Link } from "react-router";
import { adresVan, PARTIJ, UITVOERING } from "~/features/afspraken/afspraak";
import { STAND } from "~/features/afspraken/ronde/ronde";
import type { GemeentewerkQuery } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import stijl from "../Organisatie.module.css";

type Werk = NonNullable<GemeentewerkQuery["gemeentewerk"]>;

/** What others wait for: signatures and signals, and agreements that are not carried out yet. */
export function Werk({ gemeente, werk }: { gemeente: { id: string; naam: string }; werk: Werk }) {
  const { uitvoering, teTekenen, signalen } = werk;
  const wacht = uitvoering.length + teTekenen.length + signalen.length;
  return (
    <Vak
      titel={`Afspraken die op ${gemeente.naam} wachten`}
      bij={wacht > 0 && wacht}
      actie={<Link to="/afspraken/uitvoering">Uitvoering per gemeente</Link>}
    >
      {wacht === 0 && <p className={stijl.stil}>Er wacht geen afspraak op {gemeente.naam}.</p>}
      {teTekenen.length > 0 && (
        <ul className={stijl.lijst} aria-label="Te tekenen">
          {teTekenen.map(({ id, partij, stand, ronde }) => (
            <li key={id}>
              <Link to={`${adresVan(ronde.afspraak.id, "/ronde")}?plek=${encodeURIComponent(id)}`}>
                {ronde.afspraak.naam}
              </Link>
              <span>
                <Status soort={STAND[stand][0]}>
                  {stand === "HEROPEND" ? "kijk opnieuw" : "teken"} voor {PARTIJ[partij]}, tot en met{" "}
                  {datumTekst(ronde.deadline)}
                </Status>
              </span>
            </li>
          ))}
        </ul>
      )}
      {signalen.length > 0 && (
        <ul className={stijl.lijst} aria-label="Signalen">
          {signalen.map(({ id, tekst, afspraak }) => (
            <li key={id}>
              <Link to={adresVan(afspraak.id, "/signalen")}>Signaal over {afspraak.naam}</Link>
              <span className={stijl.stil}>{tekst}</span>
            </li>
          ))}
        </ul>
      )}
      {uitvoering.length > 0 && (
        <ul className={stijl.lijst} aria-label="Nog uit te voeren">
          {uitvoering.map(({ id, status, notitie, afspraak }) => (
            <li key={id}>
              <span className={stijl.cel}>
                <Link to={adresVan(afspraak.id)}>{afspraak.naam}</Link>
                <Status soort={UITVOERING[status][0]}>{UITVOERING[status][1]}</Status>
              </span>
              {notitie && <span className={stijl.stil}>{notitie}</span>}
            </li>
          ))}
        </ul>
      )}
    </Vak>
  );
}
