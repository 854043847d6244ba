import type { DeelnameStatus } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";

type Deelname = { status: DeelnameStatus; van?: string | null; tot?: string | null };

/** "sinds 2014", "van 2018 tot 2020", "beoogd vanaf 1 januari 2026", "begin onbekend". */
export function periode({ status, van, tot }: Deelname): string {
  const begin = van ? datumTekst(van) : undefined;
  if (tot) return begin ? `van ${begin} tot ${datumTekst(tot)}` : `tot ${datumTekst(tot)}, begin onbekend`;
  if (!begin) return status === "VOORGENOMEN" ? "datum onbekend" : "begin onbekend";
  return status === "VOORGENOMEN" ? `beoogd vanaf ${begin}` : `sinds ${begin}`;
}
