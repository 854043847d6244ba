import { useQuery } from "urql";
import { Regel } from "~/features/integratie/taak/Geschiedenis";
import { graphql } from "~/graphql/gen";
import { dagVan } from "~/lib/datum";
import { CONTRACTEN } from "~/realtime/contexten";
import { Foutstaat, Skelet } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import stijl from "./Contracten.module.css";

const ContractGeschiedenisQuery = graphql(`
  query ContractGeschiedenis($nummer: String!) {
    positie
    contract(nummer: $nummer) {
      id
      geschiedenis(first: 30) {
        nodes {
          id
          zin
          tijdstip
          wijzigingen {
            veld
            van
            naar
          }
        }
      }
    }
  }
`);
const AttribuutGeschiedenisQuery = graphql(`
  query AttribuutGeschiedenis($id: ID!) {
    positie
    attribuut(id: $id) {
      id
      geschiedenis(first: 30) {
        nodes {
          id
          zin
          tijdstip
          wijzigingen {
            veld
            van
            naar
          }
        }
      }
    }
  }
`);

type Props = { soort: "contract"; nummer: string } | { soort: "attribuut"; id: string };

/** What happened, newest first: the last thirty times. */
export function Geschiedenis(props: Props) {
  const isContract = props.soort === "contract";
  const [contract, leesContract] = useQuery({
    query: ContractGeschiedenisQuery,
    variables: { nummer: isContract ? props.nummer : "" },
    context: CONTRACTEN,
    pause: !isContract,
  });
  const [attribuut, leesAttribuut] = useQuery({
    query: AttribuutGeschiedenisQuery,
    variables: { id: isContract ? "" : props.id },
    context: CONTRACTEN,
    pause: isContract,
  });
  const staat = isContract ? contract : attribuut;
  const nodes = (contract.data?.contract ?? attribuut.data?.attribuut)?.geschiedenis.nodes;
  const dagen = nodes?.map(({ tijdstip }) => dagVan(new Date(tijdstip)));
  const opnieuw = () => (isContract ? leesContract : leesAttribuut)({ requestPolicy: "network-only" });
  return (
    <Vak titel="Geschiedenis">
      {nodes ? (
        <ol className={stijl.geschiedenis}>
          {nodes.map((gebeurtenis, i) => (
            <Regel
              key={gebeurtenis.id}
              gebeurtenis={gebeurtenis}
              dag={dagen?.[i] === dagen?.[i - 1] ? undefined : dagen?.[i]}
            />
          ))}
        </ol>
      ) : staat.error ? (
        <Foutstaat gebeurd="De geschiedenis kon niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={4} />
      )}
    </Vak>
  );
}
