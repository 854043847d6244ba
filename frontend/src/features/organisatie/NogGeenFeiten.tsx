import { LeegStaat } from "~/ui/Staat";

/** A hub that is empty: who can fill it, and with which command. */
export function NogGeenFeiten() {
  return (
    <LeegStaat titel="Nog geen feiten">
      In deze hub is nog niets over de organisatie vastgelegd. Wie de hub beheert, doet dat op de server met
      de opdracht <code>samenspel feiten</code>. Daarna staat alles hier vanzelf.
    </LeegStaat>
  );
}
