import { Link } from "react-router";
import { momentTekst } from "~/lib/datum";
import { groepSleutel, type Groep } from "./bezoek";
import { onderwerpAdres } from "./onderwerpAdres";
import { opsomming } from "./opsomming";
import stijl from "./Vandaag.module.css";

const EERST = 2;
type Gebeurtenis = Groep["gebeurtenissen"][number];

function Regels({ gebeurtenissen }: { gebeurtenissen: Gebeurtenis[] }) {
  return (
    <ul className={stijl.regels}>
      {gebeurtenissen.map(({ id, zin, tijdstip }) => (
        <li key={id}>
          {zin} <time dateTime={tijdstip}>{momentTekst(tijdstip)}</time>
        </li>
      ))}
    </ul>
  );
}

function Onderwerp({ groep }: { groep: Groep }) {
  const { titel, onderwerp, aantal, gebeurtenissen } = groep;
  const adres = onderwerpAdres(onderwerp);
  const namen = [...new Set(gebeurtenissen.map(({ door }) => door?.naam ?? "de hub"))];
  const rest = gebeurtenissen.slice(EERST);
  const ouder = aantal - gebeurtenissen.length;
  return (
    <li>
      <h3>{adres ? <Link to={adres}>{titel}</Link> : titel}</h3>
      <p className={stijl.stil}>
        {aantal === 1 ? "1 wijziging" : `${aantal} wijzigingen`} door {opsomming(namen)}
      </p>
      <Regels gebeurtenissen={gebeurtenissen.slice(0, EERST)} />
      {rest.length + ouder > 0 && (
        <details>
          <summary>En nog {rest.length + ouder}</summary>
          <Regels gebeurtenissen={rest} />
          {ouder > 0 && (
            <p className={stijl.stil}>
              {ouder === 1 ? "1 oudere wijziging staat" : `${ouder} oudere wijzigingen staan`} in de
              geschiedenis.
            </p>
          )}
        </details>
      )}
    </li>
  );
}

export function Wijzigingen({ groepen }: { groepen: Groep[] }) {
  return (
    <ul className={stijl.groepen} aria-label="Onderwerpen met wijzigingen">
      {groepen.map((groep) => (
        <Onderwerp key={groepSleutel(groep)} groep={groep} />
      ))}
    </ul>
  );
}
