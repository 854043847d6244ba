import type { AfsprakenBericht, IntegratieBericht, OrganisatieBericht } from "~/graphql/gen/graphql";
import { maakWinkel } from "~/lib/winkel";

/** Counts up at everything that may change what Vandaag shows; who shows it reads anew. */
export const verouderd = maakWinkel(0);

/** What waits and what changed is put together by the hub for each viewer: an event only says that it is no longer so. */
export function applyGebeurtenis(bericht: AfsprakenBericht | IntegratieBericht | OrganisatieBericht): void {
  switch (bericht.__typename) {
    case "Bijgewerkt":
    case undefined:
      return;
    default:
      verouderd.zet((nummer) => nummer + 1);
  }
}
