import { IconAlertTriangle, IconCalendar } from "@tabler/icons-react";
import { Link } from "react-router";
import { vervaltTekst } from "~/lib/datum";
import { herinneringAdres, SOORT, type Herinnering } from "./vraag";
import stijl from "./Herinneringen.module.css";

type Props = { naam: string; herinneringen: readonly Herinnering[]; metTraject?: boolean };

/** What is coming, the first first; each leads to the thing itself. */
export function Herinneringenlijst({ naam, herinneringen, metTraject }: Props) {
  return (
    <ul className={stijl.lijst} aria-label={naam}>
      {herinneringen.map(({ soort, dag, titel, teLaat, traject, onderwerp }) => {
        const adres = herinneringAdres(onderwerp);
        const Icoon = teLaat ? IconAlertTriangle : IconCalendar;
        return (
          <li key={`${soort} ${dag} ${onderwerp?.id ?? titel}`}>
            <span className={teLaat ? stijl.laat : stijl.dag}>
              <Icoon size={15} aria-hidden />
              {vervaltTekst(dag)}
            </span>
            <span className={stijl.wat}>
              {adres ? <Link to={adres}>{titel}</Link> : titel}
              <span className={stijl.bij}>
                {SOORT[soort]}
                {metTraject && ` · ${traject?.naam ?? "Afspraken"}`}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
