import type { DeelnameStatus } from "~/graphql/gen/graphql";
import { Status, type StatusSoort } from "~/ui/Status";

export const DEELNAME: Record<DeelnameStatus, { naam: string; soort: StatusSoort }> = {
  DEELNEMER: { naam: "Deelnemer", soort: "gereed" },
  VOORGENOMEN: { naam: "Voorgenomen", soort: "wacht" },
  BEEINDIGD: { naam: "Beëindigd", soort: "open" },
};

export function DeelnameLabel({ status }: { status: DeelnameStatus }) {
  const { naam, soort } = DEELNAME[status];
  return <Status soort={soort}>{naam}</Status>;
}
