import type { OperationResult, TypedDocumentNode } from "@urql/core";
import { useCallback } from "react";
import { useClient } from "urql";
import { wortel } from "./gebeurtenissen";
import { nieuwId } from "~/lib/id";

export type Fout = { code: string; bericht: string; veld?: string | null };
type Invoer<V> = V extends { input: infer I } ? Omit<I, "clientMutatieId"> : never;
/** The payload, or what the user can mend. A form keeps its text when there are `fouten`. */
export type Uitkomst<P> = { gelukt: true; antwoord: P } | { gelukt: false; fouten: Fout[] };
type Payload<D> = Exclude<D[Exclude<keyof D, "__typename">], undefined>;

const STORING: Fout = {
  code: "TIJDELIJK_NIET_BESCHIKBAAR",
  bericht: "Er is geen verbinding met de hub. Er is niets gewijzigd. Probeer het opnieuw.",
};

const INTERN: Fout = {
  code: "INTERNE_FOUT",
  bericht: "De hub kon dit niet verwerken. Er is niets gewijzigd. Probeer het later nog eens.",
};

/** What went wrong, in words for the user; empty when it worked. */
export function foutenVan({ data, error }: Pick<OperationResult, "data" | "error">): Fout[] {
  const payload = wortel(data) as { fouten?: Fout[] } | undefined;
  if (payload) return payload.fouten ?? [];
  const eerste = error?.graphQLErrors[0];
  if (eerste) return [{ code: String(eerste.extensions.code ?? "INTERNE_FOUT"), bericht: eerste.message }];
  return [error?.response ? INTERN : STORING];
}

/**
 * One mutation. With a `bereik` it waits in the queue while there is no line (and then the promise waits too);
 * without one it fails at once.
 */
export function useMutatie<D, V extends { input: object }>(
  document: TypedDocumentNode<D, V>,
  bereik?: string,
) {
  const client = useClient();
  return useCallback(
    async (input: Invoer<V>): Promise<Uitkomst<Payload<D>>> => {
      const variabelen = { input: { clientMutatieId: nieuwId(), ...input } } as unknown as V;
      const resultaat = await client.mutation(document, variabelen, bereik ? { bereik } : {}).toPromise();
      const fouten = foutenVan(resultaat);
      if (fouten.length > 0) return { gelukt: false, fouten };
      return { gelukt: true, antwoord: wortel(resultaat.data) as Payload<D> };
    },
    [client, document, bereik],
  );
}
