import { Link } from "react-router";
import { useQuery } from "urql";
import { useVerversing } from "~/features/vandaag/useVerversing";
import { Gegevens } from "~/ui/Gegevens";
import { Vak } from "~/ui/Vak";
import { Herinneringenlijst } from "./Lijst";
import { HerinneringenQuery } from "./vraag";
import stijl from "./Herinneringen.module.css";

const EERST = 6;

/** On Vandaag: the first things that are coming. */
export function HerinneringenVak() {
  const [staat, lees] = useQuery({ query: HerinneringenQuery, requestPolicy: "cache-and-network" });
  const herlees = () => lees({ requestPolicy: "network-only" });
  useVerversing(herlees);
  return (
    <Vak titel="Komt eraan" actie={<Link to="/herinneringen">Alle herinneringen</Link>}>
      <Gegevens
        staat={staat}
        opnieuw={herlees}
        fout="Je herinneringen konden niet geladen worden."
        regels={3}
      >
        {({ herinneringen }) => {
          const komend = herinneringen.filter(({ teLaat }) => !teLaat);
          return komend.length === 0 ? (
            <p className={stijl.stil}>Er komt de komende maanden niets op je af.</p>
          ) : (
            <Herinneringenlijst naam="Komt eraan" herinneringen={komend.slice(0, EERST)} />
          );
        }}
      </Gegevens>
    </Vak>
  );
}
