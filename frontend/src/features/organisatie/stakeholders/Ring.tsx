import type { Invloedsring } from "~/graphql/gen/graphql";
import { Status, type StatusSoort } from "~/ui/Status";

export const RINGEN: Record<Invloedsring, { naam: string; soort: StatusSoort }> = {
  DIRECT: { naam: "Direct", soort: "gereed" },
  INDIRECT: { naam: "Indirect", soort: "bezig" },
  BEPERKT: { naam: "Beperkt", soort: "open" },
  ONZEKER: { naam: "Onzeker", soort: "onbekend" },
};

/** How close a stakeholder stands. */
export function Ring({ ring }: { ring: Invloedsring }) {
  const { naam, soort } = RINGEN[ring];
  return <Status soort={soort}>{naam}</Status>;
}
