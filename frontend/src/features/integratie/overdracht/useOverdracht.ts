import { useTraject } from "../kader/trajecten";
import { useTrajectVraag } from "../kader/useTrajectVraag";
import { OverdrachtQuery } from "./overdracht";

/** What goes over in the trajectory of this page, kept live. */
export function useOverdracht() {
  const { id } = useTraject();
  const { data, ...vraag } = useTrajectVraag(OverdrachtQuery, { id }, (gelezen) => gelezen.traject, id);
  return { traject: data?.traject ?? undefined, ...vraag };
}
