import { Link } from "react-router";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { Vak } from "~/ui/Vak";

const HerkomstQuery = graphql(`
  query HerkomstVanTaak($taak: ID!) {
    herkomstVanTaak(taak: $taak) {
      notities
      sessie {
        id
        naam
      }
      opbrengst {
        id
      }
    }
  }
`);

/** On a task that came out of a session: the way back to what was written there. */
export function UitSessie({ taak }: { taak: string }) {
  const [{ data }] = useQuery({ query: HerkomstQuery, variables: { taak } });
  const herkomst = data?.herkomstVanTaak;
  if (!herkomst) return null;
  return (
    <Vak titel="Uit een sessie">
      <p>
        <Link to={`/sessies/${herkomst.sessie.id}/verslag`}>{herkomst.sessie.naam}</Link>
      </p>
      <ul>
        {herkomst.notities.map((notitie) => (
          <li key={notitie}>{notitie}</li>
        ))}
      </ul>
    </Vak>
  );
}
