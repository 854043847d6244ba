import { useEffect, useEffectEvent } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import { adresVan } from "~/features/afspraken/afspraak";
import { FASE } from "~/features/afspraken/ronde/ronde";
import { datumTekst } from "~/lib/datum";
import { Avatars } from "~/ui/Avatars";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { useVerversing } from "./useVerversing";
import { NuBezigQuery } from "./vandaagVraag";
import stijl from "./Vandaag.module.css";

/** Who opens an agreement makes no event of it: look once in a while. */
const KIJK_MS = 20_000;

/** Sessions, rounds and texts that people are at now. */
export function NuBezig() {
  const [{ data }, lees] = useQuery({ query: NuBezigQuery, requestPolicy: "cache-and-network" });
  const herlees = () => lees({ requestPolicy: "network-only" });
  useVerversing(herlees);
  const herleesNu = useEffectEvent(() => document.visibilityState === "visible" && herlees());
  useEffect(() => {
    const klok = setInterval(herleesNu, KIJK_MS);
    return () => clearInterval(klok);
  }, []);
  if (!data) return null;
  const { sessies, rondes, afspraken } = data.vandaag.nuBezig;
  if (sessies.length + rondes.length + afspraken.length === 0) return null;
  return (
    <Vak titel="Nu bezig" bij={sessies.length + rondes.length + afspraken.length}>
      <ul className={stijl.afspraken} aria-label="Nu bezig">
        {sessies.map(({ id, naam }) => (
          <li key={id}>
            <Link to={`/sessies/${id}`}>{naam}</Link>
            <Status soort="bezig">sessie loopt</Status>
          </li>
        ))}
        {afspraken.map(({ afspraak, personen }) => (
          <li key={afspraak.id}>
            <Link to={adresVan(afspraak.id)}>{afspraak.naam}</Link>
            <Avatars naam={`Nu bij ${afspraak.naam}`} personen={personen} />
          </li>
        ))}
        {rondes.map(({ id, fase, deadline, afspraak }) => (
          <li key={id}>
            <Link to={adresVan(afspraak.id, "/ronde")}>{afspraak.naam}</Link>
            <Status soort="bezig">
              ronde: {FASE[fase]}, tot en met {datumTekst(deadline)}
            </Status>
          </li>
        ))}
      </ul>
    </Vak>
  );
}
