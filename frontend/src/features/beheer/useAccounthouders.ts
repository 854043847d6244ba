import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";

const AccounthoudersQuery = graphql(`
  query Accounthouders($gemeente: ID!) {
    personen(first: 100, hubrol: ACCOUNTHOUDER, gemeente: $gemeente) {
      nodes {
        id
        naam
      }
    }
  }
`);

/** Who speaks for a gemeente today: somebody can stand in for them. */
export function useAccounthouders(gemeente: string | null) {
  const [{ data }] = useQuery({
    query: AccounthoudersQuery,
    variables: { gemeente: gemeente ?? "" },
    pause: !gemeente,
  });
  return gemeente ? (data?.personen.nodes ?? []) : [];
}
