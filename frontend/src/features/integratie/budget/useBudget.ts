import { useTraject } from "../kader/trajecten";
import { useTrajectVraag } from "../kader/useTrajectVraag";
import { BudgetQuery } from "./budget";

/** The budget of the trajectory in a year, kept live. */
export function useBudget(jaar: number | null) {
  const { id } = useTraject();
  const { data, ...vraag } = useTrajectVraag(BudgetQuery, { id, jaar }, (gelezen) => gelezen.traject, id);
  return { traject: data?.traject ?? undefined, ...vraag };
}
