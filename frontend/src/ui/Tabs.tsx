import { NavLink } from "react-router";
import stijl from "./Tabs.module.css";

type Props = { naam: string; tabs: { naar: string; naam: string; exact?: boolean }[] };

/** Pages beside each other: links, so that each has an address of its own. */
export function Tabs({ naam, tabs }: Props) {
  return (
    <nav aria-label={naam} className={`${stijl.tabs} niet-afdrukken`}>
      {tabs.map(({ naar, naam: tekst, exact }) => (
        <NavLink key={naar} to={naar} end={exact}>
          {tekst}
        </NavLink>
      ))}
    </nav>
  );
}
