import { Link } from "react-router";
import stijl from "./Organisatie.module.css";

type Props = { links: { naar: string; naam: string }[]; leeg: string; inRij?: boolean };

/** A few links below or beside each other, or the word for none. */
export function Links({ links, leeg, inRij }: Props) {
  if (links.length === 0) return leeg;
  return (
    <ul className={inRij ? stijl.rij : stijl.kort}>
      {links.map(({ naar, naam }) => (
        <li key={naar}>
          <Link to={naar}>{naam}</Link>
        </li>
      ))}
    </ul>
  );
}
