import { useEffect, useState } from "react";
import { useClient } from "urql";
import { pipe, subscribe } from "wonka";
import { graphql } from "~/graphql/gen";
import type { AanwezigheidSubscription } from "~/graphql/gen/graphql";
import { nieuwId } from "~/lib/id";
import { useWinkel } from "~/lib/winkel";
import { lijnNummer } from "./lijn";
import { useVerbinding } from "./verbinding";

/** This tab: one person with two tabs open is there twice, and is shown once. */
export const scherm = nieuwId();
export type Aanwezige = AanwezigheidSubscription["aanwezigheid"]["aanwezigen"][number];

const AanwezigheidAbonnement = graphql(`
  subscription Aanwezigheid($plek: String!, $scherm: UUID!) {
    aanwezigheid(plek: $plek, scherm: $scherm) {
      plek
      aanwezigen {
        scherm
        bezigheid
        onderwerp
        persoon {
          id
          naam
          initialen
        }
      }
    }
  }
`);

const NIEMAND: Aanwezige[] = [];

/**
 * Who is at a place now, this screen included. Being subscribed is being there; without a line nobody is known. Along
 * the way round neither: each place would hold one of the browser's six connections, and events and changes go first.
 */
export function useAanwezigen(plek: string | undefined): Aanwezige[] {
  const client = useClient();
  const nummer = useWinkel(lijnNummer);
  const { lijn, omweg } = useVerbinding();
  const [nu, zetNu] = useState<{ plek: string; aanwezigen: Aanwezige[] }>();
  useEffect(() => {
    if (!plek || omweg) return;
    const { unsubscribe } = pipe(
      client.subscription(AanwezigheidAbonnement, { plek, scherm }),
      subscribe(({ data }) => data && zetNu(data.aanwezigheid)),
    );
    return unsubscribe;
  }, [client, plek, nummer, omweg]);
  return nu && nu.plek === plek && lijn === "live" && !omweg ? nu.aanwezigen : NIEMAND;
}

/** Each person once: who is busy goes before who only looks. */
export function perPersoon(aanwezigen: Aanwezige[]): Aanwezige[] {
  const perId = new Map<string, Aanwezige>();
  for (const een of aanwezigen) {
    const ander = perId.get(een.persoon.id);
    if (!ander || ander.bezigheid === "KIJKT") perId.set(een.persoon.id, een);
  }
  return [...perId.values()].sort((a, b) => a.persoon.naam.localeCompare(b.persoon.naam, "nl"));
}
