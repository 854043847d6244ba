import { Link } from "react-router";
import { momentTekst } from "~/lib/datum";
import { Avatar } from "~/ui/Avatar";
import { Vak } from "~/ui/Vak";
import type { Vermelding } from "./bezoek";
import stijl from "./Vandaag.module.css";

/** Where a colleague named the viewer in a remark. */
export function Vermeldingen({ vermeldingen }: { vermeldingen: Vermelding[] }) {
  if (vermeldingen.length === 0) return null;
  return (
    <Vak titel="Je bent genoemd" bij={vermeldingen.length}>
      <ul className={stijl.mensen} aria-label="Opmerkingen waarin je genoemd bent">
        {vermeldingen.map(({ id, door, taak, tijdstip }) => (
          <li key={id}>
            {door && <Avatar persoon={door} klein />}
            <span>
              {door?.naam ?? "Iemand"} noemde je bij{" "}
              <Link to={`/integratie/takenbord/taak/${taak.id}`}>{taak.titel}</Link>{" "}
              <time dateTime={tijdstip}>{momentTekst(tijdstip)}</time>
            </span>
          </li>
        ))}
      </ul>
    </Vak>
  );
}
