import { Link } from "react-router";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { datumTekst } from "~/lib/datum";
import { OPBRENGST } from "~/sessie/woorden";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import type { Sessie } from "./sessies";

const StandQuery = graphql(`
  query TakenUitSessie($sessie: ID!) {
    takenUitSessie(sessie: $sessie) {
      taak
      kolom
      gereed
    }
  }
`);

/** What came out, with how far the tasks are and where each came from. */
export function Opbrengsten({ sessie }: { sessie: Sessie }) {
  const { opbrengsten } = sessie;
  const [{ data }] = useQuery({
    query: StandQuery,
    variables: { sessie: sessie.id },
    pause: opbrengsten.length === 0,
    requestPolicy: "cache-and-network",
  });
  if (opbrengsten.length === 0) return null;
  const herkomst = ({ notitie, groep }: (typeof opbrengsten)[number]) =>
    sessie.groepen.find(({ id }) => id === groep)?.naam ??
    sessie.notities.find(({ id }) => id === notitie)?.tekst;
  return (
    <Vak titel="Wat eruit komt" bij={opbrengsten.length}>
      <Tabel
        bijschrift="Taken, besluiten en afspraken"
        rijen={[...opbrengsten]}
        sleutel={({ id }) => id}
        kolommen={[
          {
            kop: "Wat",
            isNaam: true,
            cel: ({ titel, taak }) =>
              taak ? <Link to={`/integratie/takenbord/taak/${taak}`}>{titel}</Link> : titel,
          },
          { kop: "Soort", cel: ({ soort }) => OPBRENGST[soort] },
          { kop: "Uit", cel: (opbrengst) => herkomst(opbrengst) ?? "de sessie" },
          { kop: "Eigenaar", cel: ({ eigenaar }) => eigenaar ?? "nog niemand" },
          { kop: "Klaar op", cel: ({ datum }) => (datum ? datumTekst(datum) : "geen datum") },
          {
            kop: "Stand",
            cel: ({ taak }) => {
              const stand = data?.takenUitSessie.find((een) => een.taak === taak);
              return stand ? (
                <Status soort={stand.gereed ? "gereed" : "open"}>{stand.kolom}</Status>
              ) : (
                "vastgelegd"
              );
            },
          },
        ]}
      />
    </Vak>
  );
}
