import { Status, type StatusSoort } from "~/ui/Status";
import type { Kamerstand } from "~/editor/kamer";

const WOORDEN: Record<Kamerstand, [StatusSoort, string]> = {
  verbinden: ["bezig", "Verbinden"],
  opgeslagen: ["gereed", "Opgeslagen"],
  bezig: ["bezig", "Bezig met opslaan"],
  offline: ["wacht", "Offline: je werk blijft in deze browser"],
  geblokkeerd: ["onbekend", "Alleen lezen"],
  dicht: ["onbekend", "Alleen lezen"],
};

/** Where what one writes is now. */
export function Tekststand({ stand }: { stand: Kamerstand }) {
  const [soort, woorden] = WOORDEN[stand];
  return (
    <span role="status" aria-label="Tekst">
      <Status soort={soort}>{woorden}</Status>
    </span>
  );
}
