import { useQuery } from "urql";
import { CONTRACTEN } from "~/realtime/contexten";
import { KeuzesQuery } from "./vragen";

const GEEN: never[] = [];

/** What a form about contracts chooses from. */
export function useKeuzes() {
  const [{ data }] = useQuery({ query: KeuzesQuery, context: CONTRACTEN });
  const domeinen = new Map(
    (data?.modules ?? GEEN).flatMap((module) => module.domeinen).map((een) => [een.id, een]),
  );
  const gremia = (data?.rollen ?? GEEN).filter(({ soort }) => soort === "GREMIUM");
  return { domeinen: [...domeinen.values()], gremia, contracten: data?.contracten ?? GEEN };
}
