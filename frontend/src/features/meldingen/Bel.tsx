import { IconBell } from "@tabler/icons-react";
import { Link } from "react-router";
import { useQuery } from "urql";
import { usePostvakVerversing } from "./usePostvak";
import { OngelezenQuery } from "./vragen";
import stijl from "./Meldingen.module.css";

const VEEL = 99;

/** How many messages there are that one did not read. */
export function Bel() {
  const [{ data }, lees] = useQuery({ query: OngelezenQuery });
  usePostvakVerversing(() => lees({ requestPolicy: "network-only" }));
  const aantal = data?.meldingen.ongelezen ?? 0;
  const naam = aantal === 0 ? "Meldingen" : `Meldingen, ${aantal} nieuw`;
  return (
    <Link to="/meldingen" className={stijl.bel} aria-label={naam}>
      <IconBell size={20} aria-hidden />
      {aantal > 0 && (
        <span className={stijl.aantal} aria-hidden>
          {aantal > VEEL ? `${VEEL}+` : aantal}
        </span>
      )}
    </Link>
  );
}
