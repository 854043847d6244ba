import { useEffect, useState } from "react";
import { leesDemo, type DemoPersoon } from "./aanmelden";

/** The named roles of the demo: none outside it, undefined while that is asked. */
export function useDemo(): DemoPersoon[] | undefined {
  const [personen, zetPersonen] = useState<DemoPersoon[]>();
  useEffect(() => void leesDemo().then(zetPersonen), []);
  return personen;
}
