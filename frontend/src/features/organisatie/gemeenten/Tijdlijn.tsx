import type { GemeenteQuery } from "~/graphql/gen/graphql";
import { vandaag } from "~/lib/datum";
import { maakTijdlijn } from "./tijdlijn";
import stijl from "./Tijdlijn.module.css";

type Gemeente = Extract<NonNullable<GemeenteQuery["node"]>, { __typename: "Gemeente" }>;
export type Deelname = Gemeente["deelnames"][number];

/** A picture of the list below it: who reads the list misses nothing. */
export function Tijdlijn({ deelnames }: { deelnames: Deelname[] }) {
  const lijn = maakTijdlijn(deelnames, vandaag());
  if (!lijn) return null;
  return (
    <div className={stijl.lijn} aria-hidden>
      {lijn.balken.map(({ deelname, links, breedte, beginOnbekend }) => (
        <div key={deelname.id} className={stijl.rij}>
          <span>{deelname.module.naam}</span>
          <div className={stijl.baan}>
            <i
              className={`${stijl[deelname.status]} ${beginOnbekend ? stijl.vaag : ""}`}
              style={{ left: `${links}%`, width: `${breedte}%` }}
            />
            <b style={{ left: `${lijn.nu}%` }} />
          </div>
        </div>
      ))}
      <div className={stijl.rij}>
        <span />
        <div className={stijl.jaren}>
          {lijn.jaren.map(({ jaar, links }) => (
            <small key={jaar} style={{ left: `${links}%` }}>
              {jaar}
            </small>
          ))}
        </div>
      </div>
    </div>
  );
}
