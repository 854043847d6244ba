import type { AnyVariables, CombinedError, TypedDocumentNode } from "@urql/core";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { useMag } from "~/features/account/ik";
import { archief } from "~/graphql/archief";
import { vandaag } from "~/lib/datum";

export const STAND = "stand";
const isDag = (tekst: string | null): tekst is string =>
  !!tekst && /^\d{4}-\d{2}-\d{2}$/.test(tekst) && !Number.isNaN(Date.parse(tekst));

/** The day in the past one looks at, from the address; null: one looks at the present. */
export function useStand(): string | null {
  const stand = useSearchParams()[0].get(STAND);
  return isDag(stand) && stand < vandaag() ? stand : null;
}

/** May the viewer do this here? Nobody changes the past. */
export function useMagHier(recht: string): boolean {
  const mag = useMag(recht);
  return useStand() === null && mag;
}

type Gelezen<D> = { sleutel: string; data?: D; error?: CombinedError };

/** Reads from the log instead of the present, when `aan`. */
export function useArchief<D, V extends AnyVariables>(
  query: TypedDocumentNode<D, V>,
  variabelen: V,
  aan: boolean,
) {
  const sleutel = JSON.stringify(variabelen);
  const [keer, zetKeer] = useState(0);
  const [gelezen, zetGelezen] = useState<Gelezen<D>>();
  useEffect(() => {
    if (!aan) return;
    let weg = false;
    void archief
      .query(query, JSON.parse(sleutel) as V, { requestPolicy: "network-only" })
      .toPromise()
      .then(({ data, error }) => !weg && zetGelezen({ sleutel, data, error }));
    return () => void (weg = true);
  }, [query, sleutel, aan, keer]);
  const nu = gelezen?.sleutel === sleutel ? gelezen : undefined;
  return { data: nu?.data, fout: nu?.error, opnieuw: () => zetKeer((oud) => oud + 1) };
}
