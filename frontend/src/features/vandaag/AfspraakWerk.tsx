import { Link } from "react-router";
import { adresVan, PARTIJ } from "~/features/afspraken/afspraak";
import { STAND } from "~/features/afspraken/ronde/ronde";
import type { VandaagQuery } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import stijl from "./Vandaag.module.css";

type Vandaag = VandaagQuery["vandaag"];
type Props = { teTekenen: Vandaag["teTekenen"]; teHerzien: Vandaag["teHerzien"] };

/** What of agreements waits for the viewer: to sign, and to look at again. */
export function AfspraakWerk({ teTekenen, teHerzien }: Props) {
  if (teTekenen.length + teHerzien.length === 0) return null;
  return (
    <Vak titel="Afspraken die op je wachten" bij={teTekenen.length + teHerzien.length}>
      <ul className={stijl.afspraken} aria-label="Afspraken die op je wachten">
        {teTekenen.map(({ id, partij, stand, gemeente, ronde }) => (
          <li key={id}>
            <Link to={`${adresVan(ronde.afspraak.id, "/ronde")}?plek=${encodeURIComponent(id)}`}>
              {ronde.afspraak.naam}
            </Link>
            <Status soort={STAND[stand][0]}>
              {stand === "HEROPEND" ? "kijk opnieuw" : "teken"} voor {PARTIJ[partij]} {gemeente?.naam}, tot en
              met {datumTekst(ronde.deadline)}
            </Status>
          </li>
        ))}
        {teHerzien.map(({ id, naam, herzienOp, teHerzien }) => (
          <li key={id}>
            <Link to={adresVan(id)}>{naam}</Link>
            <Status soort={teHerzien ? "wacht" : "open"}>
              herzien op {herzienOp ? datumTekst(herzienOp) : "een dag die nog niet bepaald is"}
            </Status>
          </li>
        ))}
      </ul>
    </Vak>
  );
}
