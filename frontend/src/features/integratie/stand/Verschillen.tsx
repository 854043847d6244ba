import { useMemo } from "react";
import { useQuery } from "urql";
import { useFilters } from "~/lib/adres";
import { dagVan, datumTekst, vandaag } from "~/lib/datum";
import { Melding } from "~/ui/Melding";
import { Skelet } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { useArchief, useStand } from "../kader/stand";
import { useTraject } from "../kader/trajecten";
import { RICHTING, VerschillenQuery } from "./stand";
import stijl from "./Stand.module.css";

const weekVoor = (dag: string) => dagVan(new Date(new Date(`${dag}T12:00:00`).getTime() - 7 * 86_400_000));
const isDag = (tekst: string) => /^\d{4}-\d{2}-\d{2}$/.test(tekst) && !Number.isNaN(Date.parse(tekst));

/** What is different since a day of one's choice; a week ago when nothing was chosen. */
export function Verschillen() {
  const { id, bereik } = useTraject();
  const stand = useStand();
  const { filters, zet } = useFilters("sinds");
  const sinds = isDag(filters.sinds) ? filters.sinds : weekVoor(stand ?? vandaag());
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const variabelen = { id, sinds, stand };
  const [nu] = useQuery({ query: VerschillenQuery, variables: variabelen, context, pause: !!stand });
  const toen = useArchief(VerschillenQuery, variabelen, !!stand);
  const { data, fout } = stand ? toen : { data: nu.data, fout: nu.error };
  const verschillen = data?.verschillen;
  return (
    <Vak
      titel="Anders sinds"
      bij={datumTekst(sinds)}
      actie={
        <span className="niet-afdrukken">
          <Veld
            label="Vergelijk met"
            soort="datum"
            min="2014-01-01"
            value={sinds}
            onChange={(dag) => zet("sinds", dag || null)}
          />
        </span>
      }
    >
      {verschillen ? (
        verschillen.length > 0 ? (
          <ul className={stijl.verschil}>
            {verschillen.map(({ richting, zin }) => (
              <li key={zin}>
                <Status soort={RICHTING[richting][0]}>{RICHTING[richting][1]}</Status>
                <span>{zin}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={stijl.stil}>Er is niets veranderd.</p>
        )
      ) : data ? (
        <p className={stijl.stil}>Op die dag stond dit traject nog niet in de hub. Kies een latere dag.</p>
      ) : fout ? (
        <Melding soort="fout">Het verschil kon niet gelezen worden. De rest van deze pagina klopt.</Melding>
      ) : (
        <Skelet regels={3} />
      )}
    </Vak>
  );
}
