import { onderwerpAdres } from "~/features/vandaag/onderwerpAdres";
import type { Melding } from "./vragen";

/** The page one goes to from a message. */
export function meldingAdres(onderwerp: Melding["onderwerp"]): string | undefined {
  switch (onderwerp?.__typename) {
    case "Ronde":
      return `/afspraken/afspraak/${onderwerp.afspraak.id}/ronde`;
    case "Afwijking":
      return `/afspraken/afspraak/${onderwerp.afspraak.id}/afwijkingen`;
    case "Signaal":
      return `/afspraken/afspraak/${onderwerp.afspraak.id}/signalen`;
    case "Kanttekening":
      return `/afspraken/afspraak/${onderwerp.afspraak.id}/tekst`;
    // Whoever is told of a session did not lead it: what there is to read is the report.
    case "Sessie":
      return `/sessies/${onderwerp.id}/verslag`;
    default:
      return onderwerpAdres(onderwerp);
  }
}
