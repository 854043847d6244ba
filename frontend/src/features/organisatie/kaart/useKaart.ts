import { useMemo } from "react";
import { useQuery } from "urql";
import type { StakeholderkaartQuery } from "~/graphql/gen/graphql";
import { ORGANISATIE } from "~/realtime/contexten";
import { useOnderweg } from "~/realtime/onderweg";
import { KaartQuery, metOnderweg } from "./kaart";

export type Actie = StakeholderkaartQuery["stakeholderacties"][number];
export type Acties = ReadonlyMap<string, Actie>;
const GEEN: never[] = [];

/** Everything on the map of now, with what is under way on top. */
export function useKaart() {
  const [staat, lees] = useQuery({ query: KaartQuery, context: ORGANISATIE });
  const onderweg = useOnderweg();
  const gelezen = staat.data?.stakeholderkaart ?? GEEN;
  const groepen = staat.data?.groepen ?? GEEN;
  const stakeholders = useMemo(() => metOnderweg(gelezen, groepen, onderweg), [gelezen, groepen, onderweg]);
  const acties: Acties = useMemo(
    () => new Map((staat.data?.stakeholderacties ?? GEEN).map((een) => [een.stakeholder.id, een])),
    [staat.data],
  );
  return { staat, opnieuw: () => lees({ requestPolicy: "network-only" }), stakeholders, acties };
}
