import { useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import stijl from "./Tabs.module.css";

type Props = { naam: string; tabs: { naar: string; naam: string; exact?: boolean }[] };

/** Pages beside each other: links, so that each has an address of its own. */
export function Tabs({ naam, tabs }: Props) {
  const rij = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the row is wider than the screen: the page one is on must be in sight.
  useEffect(() => {
    rij.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  return (
    <nav aria-label={naam} className={`${stijl.tabs} niet-afdrukken`} ref={rij}>
      {tabs.map(({ naar, naam: tekst, exact }) => (
        <NavLink key={naar} to={naar} end={exact}>
          {tekst}
        </NavLink>
      ))}
    </nav>
  );
}
