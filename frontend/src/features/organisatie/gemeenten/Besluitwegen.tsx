import { Link } from "react-router";
import { celTekst, HOEDANIGHEID, SOORT } from "~/features/integratie/besluiten/woorden";
import { trajectAdres } from "~/features/integratie/kader/trajecten";
import type { GemeentewerkQuery } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import stijl from "../Organisatie.module.css";

type Weg = NonNullable<GemeentewerkQuery["gemeentewerk"]>["besluiten"][number];

/** Through which bodies each decision goes, in their order, and when they meet. */
export function Besluitwegen({ gemeente, besluiten }: { gemeente: string; besluiten: readonly Weg[] }) {
  return (
    <Vak titel="Door welke gremia een besluit gaat">
      {besluiten.length === 0 && (
        <p className={stijl.stil}>{gemeente} heeft nu geen besluit dat nog door een gremium moet.</p>
      )}
      {besluiten.map(({ besluit, stappen }) => (
        <section key={besluit.id} aria-label={besluit.naam} className={stijl.kort}>
          <h3>{besluit.naam}</h3>
          <Tabel
            bijschrift={`De weg van ${besluit.naam}`}
            rijen={stappen}
            sleutel={({ cel }) => cel.id}
            kolommen={[
              {
                kop: "Stap",
                isNaam: true,
                cel: ({ cel }) => (
                  <Link to={trajectAdres(besluit.traject.sleutel, "besluiten", `cel/${cel.id}`)}>
                    {cel.stap.naam}
                  </Link>
                ),
              },
              {
                kop: "Gremium",
                cel: ({ gremium, hoedanigheid }) => (
                  <span>
                    <Link to={`/organisatie/rollen/${gremium.id}`}>{gremium.naam}</Link>
                    {hoedanigheid && <span className={stijl.stil}> {HOEDANIGHEID[hoedanigheid]}</span>}
                  </span>
                ),
              },
              {
                kop: "Hoe ver",
                cel: ({ cel }) => (
                  <Status soort={SOORT[cel.stand]}>{celTekst(cel, cel.stap, besluit.peildag)}</Status>
                ),
              },
              {
                kop: "Vergadert",
                cel: ({ gezet, vergadering }) =>
                  vergadering
                    ? `${datumTekst(vergadering.datum)}${vergadering.aanleverdatum ? `, stukken uiterlijk ${datumTekst(vergadering.aanleverdatum)}` : ""}`
                    : !gezet && <span className={stijl.stil}>geen dag bekend</span>,
              },
            ]}
          />
        </section>
      ))}
    </Vak>
  );
}
