import { useTraject } from "../kader/trajecten";
import { useTrajectVraag } from "../kader/useTrajectVraag";
import { RisicosQuery } from "./risicos";

/** The risks of the trajectory, kept live. */
export function useRisicos() {
  const { id } = useTraject();
  const vraag = useTrajectVraag(RisicosQuery, { id }, (gelezen) => gelezen.traject, id);
  return { ...vraag, traject: vraag.data?.traject };
}
