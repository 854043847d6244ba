import { Avatar } from "./Avatar";
import stijl from "./Label.module.css";

type Props = {
  /** What the list is, for example "Nu op dit bord". */
  naam: string;
  personen: { id: string; naam: string; initialen: string }[];
  hooguit?: number;
};

/** A few faces beside each other; the rest as a number with their names. */
export function Avatars({ naam, personen, hooguit = 5 }: Props) {
  if (personen.length === 0) return null;
  const rest = personen.slice(hooguit);
  const restNamen = rest.map((persoon) => persoon.naam).join(", ");
  return (
    <ul aria-label={naam} className={stijl.avatars}>
      {personen.slice(0, hooguit).map((persoon) => (
        <li key={persoon.id}>
          <Avatar persoon={persoon} />
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <span role="img" aria-label={`en ${restNamen}`} title={restNamen} className={stijl.avatar}>
            +{rest.length}
          </span>
        </li>
      )}
    </ul>
  );
}
