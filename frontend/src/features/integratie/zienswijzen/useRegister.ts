import { useTraject } from "../kader/trajecten";
import { useTrajectVraag } from "../kader/useTrajectVraag";
import { RegisterQuery } from "./register";

/** The register of the first decision, kept live. */
export function useRegister() {
  const id = useTraject().besluiten[0]?.id;
  const vraag = useTrajectVraag(RegisterQuery, { id: id ?? "" }, (gelezen) => gelezen.besluit, id);
  return { ...vraag, besluit: vraag.data?.besluit };
}
