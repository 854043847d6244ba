import { useTrajectVraag } from "../kader/useTrajectVraag";
import { BesluitQuery } from "./besluit";

/** The decision as one sees it on a day, kept live. */
export function useBesluit(id: string | undefined, op: string | null) {
  const vraag = useTrajectVraag(BesluitQuery, { id: id ?? "", op }, (gelezen) => gelezen.besluit, id);
  return { ...vraag, besluit: vraag.data?.besluit };
}
