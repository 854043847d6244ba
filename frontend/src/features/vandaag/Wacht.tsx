import { Link } from "react-router";
import { adresVan } from "~/features/afspraken/afspraak";
import type { VandaagQuery } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import stijl from "./Vandaag.module.css";

type Vandaag = VandaagQuery["vandaag"];

const STAND = {
  GEMELD: "nog niemand mee bezig",
  IN_BEHANDELING: "in behandeling",
  BEANTWOORD: "beantwoord, nog niet teruggekoppeld",
  TERUGGEKOPPELD: "teruggekoppeld",
} as const;

/** Signals that wait for the viewer. */
export function Signalen({ signalen }: Pick<Vandaag, "signalen">) {
  if (signalen.length === 0) return null;
  return (
    <Vak titel="Signalen die op je wachten" bij={signalen.length}>
      <ul className={stijl.afspraken} aria-label="Signalen die op je wachten">
        {signalen.map(({ id, stand, afspraak }) => (
          <li key={id}>
            <Link to={adresVan(afspraak.id, "/signalen")}>{afspraak.naam}</Link>
            <Status soort={stand === "GEMELD" ? "wacht" : "bezig"}>{STAND[stand]}</Status>
          </li>
        ))}
      </ul>
    </Vak>
  );
}

/** What the gemeente one speaks for has to decide and to carry out. */
export function VoorMijnGemeente({ teBesluiten, uitTeVoeren }: Pick<Vandaag, "teBesluiten" | "uitTeVoeren">) {
  const aantal = teBesluiten.length + uitTeVoeren.length;
  if (aantal === 0) return null;
  return (
    <Vak titel="Voor mijn gemeente" bij={aantal}>
      <ul className={stijl.afspraken} aria-label="Voor mijn gemeente">
        {teBesluiten.map(({ id, stap, gemeente, termijn, datum }) => (
          <li key={id}>
            <Link to={`/integratie/besluiten/cel/${id}`}>
              {stap.naam}: {gemeente.naam}
            </Link>
            <Status soort="wacht">
              {datum
                ? `op de agenda ${datumTekst(datum)}`
                : termijn
                  ? `termijn tot en met ${datumTekst(termijn.einde)}`
                  : "te besluiten"}
            </Status>
          </li>
        ))}
        {uitTeVoeren.map(({ id, naam }) => (
          <li key={id}>
            <Link to={adresVan(id, "/uitvoering")}>{naam}</Link>
            <Status soort="open">vastgesteld, nog niet begonnen</Status>
          </li>
        ))}
      </ul>
    </Vak>
  );
}

/** Which bodies meet, and until when papers are taken. */
export function Vergaderingen({ vergaderingen }: Pick<Vandaag, "vergaderingen">) {
  if (vergaderingen.length === 0) return null;
  return (
    <Vak titel="Vergaderingen" bij="de komende zes weken">
      <ul className={stijl.afspraken} aria-label="Vergaderingen">
        {vergaderingen.map(({ id, datum, aanleverdatum, gremium }) => (
          <li key={id}>
            <Link to={`/organisatie/rollen/${gremium.id}`}>
              {gremium.afkorting ?? gremium.naam}, {datumTekst(datum)}
            </Link>
            <span className={stijl.stil}>
              {aanleverdatum
                ? `stukken tot en met ${datumTekst(aanleverdatum)}`
                : "aanleverdatum nog niet bekend"}
            </span>
          </li>
        ))}
      </ul>
    </Vak>
  );
}
