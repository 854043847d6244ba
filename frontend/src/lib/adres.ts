import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** Filters live in the address, so that what one sees can be shared. An empty value leaves it. */
export function useFilters<N extends string>(...namen: N[]) {
  const [params, zetParams] = useSearchParams();
  const filters = Object.fromEntries(namen.map((naam) => [naam, params.get(naam) ?? ""])) as Record<
    N,
    string
  >;
  const zet = useCallback(
    (naam: N, waarde: string | null) =>
      zetParams(
        (oud) => {
          const nieuw = new URLSearchParams(oud);
          if (waarde) nieuw.set(naam, waarde);
          else nieuw.delete(naam);
          return nieuw;
        },
        { replace: true, preventScrollReset: true },
      ),
    [zetParams],
  );
  const eigen = namen.join();
  /** Only these filters: the rest of the address is somebody else's. */
  const wis = useCallback(
    () =>
      zetParams(
        (oud) => {
          const nieuw = new URLSearchParams(oud);
          eigen.split(",").forEach((naam) => nieuw.delete(naam));
          return nieuw;
        },
        { replace: true, preventScrollReset: true },
      ),
    [zetParams, eigen],
  );
  return { filters, zet, wis, actief: namen.some((naam) => filters[naam] !== "") };
}
