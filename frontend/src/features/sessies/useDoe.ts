import type { TypedDocumentNode } from "@urql/core";
import { useMutatie } from "~/realtime/useMutatie";
import { kondigAan, meldToast } from "~/ui/meldingen";

/** A change by one press: what went wrong shows at the edge of the screen. Answers whether it worked. */
export function useDoe<D, V extends { input: object }>(document: TypedDocumentNode<D, V>, bereik: string) {
  const wijzig = useMutatie(document, bereik);
  return async (input: Parameters<typeof wijzig>[0], gelukt?: string): Promise<boolean> => {
    const uitkomst = await wijzig(input);
    if (!uitkomst.gelukt) {
      uitkomst.fouten.forEach(({ bericht }) => meldToast(bericht));
      return false;
    }
    if (gelukt) kondigAan(gelukt);
    return true;
  };
}
