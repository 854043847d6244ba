import { Link, useLocation } from "react-router";
import { datumTekst } from "~/lib/datum";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Partij } from "../Partij";
import { lijnNaam, type Lijn } from "./lijnen";

/** The same network, in words. */
export function LijnenTabel({ lijnen }: { lijnen: readonly Lijn[] }) {
  const { search } = useLocation();
  return (
    <Tabel
      bijschrift="Communicatielijnen"
      rijen={[...lijnen]}
      sleutel={({ relatie }) => relatie.id}
      kolommen={[
        { kop: "Van", isNaam: true, cel: ({ relatie }) => <Partij partij={relatie.van} /> },
        {
          kop: "Lijn",
          cel: (lijn) => (
            <Link
              to={{ pathname: `/organisatie/lijnen/lijn/${lijn.relatie.id}`, search }}
              preventScrollReset
              aria-label={lijnNaam(lijn)}
            >
              {lijn.relatie.soort}
            </Link>
          ),
        },
        { kop: "Naar", cel: ({ relatie }) => <Partij partij={relatie.naar} /> },
        { kop: "Module", cel: ({ relatie }) => relatie.module?.naam ?? "–" },
        {
          kop: "Stand",
          cel: ({ relatie, stil }) =>
            relatie.stand === "GEWENST" ? (
              <Status soort="wacht">Gewenst</Status>
            ) : stil ? (
              <Status soort="fout">Stil</Status>
            ) : (
              <Status soort="gereed">Loopt</Status>
            ),
        },
        {
          kop: "Wat erover loopt",
          cel: ({ afspraken, vergaderingen, frequenties }) =>
            [
              afspraken.length > 0 &&
                (afspraken.length === 1 ? "1 afspraak" : `${afspraken.length} afspraken`),
              vergaderingen[0] && `vergadering op ${datumTekst(vergaderingen[0].datum)}`,
              ...frequenties.map(({ naam, hoeVaak }) => `${naam} (${hoeVaak ?? "onbekend hoe vaak"})`),
            ]
              .filter(Boolean)
              .join("; ") || "niets",
        },
        { kop: "Omschrijving", cel: ({ relatie }) => relatie.omschrijving },
      ]}
    />
  );
}
