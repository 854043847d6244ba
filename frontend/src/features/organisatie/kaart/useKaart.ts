import { useMemo } from "react";
import { useQuery } from "urql";
import type { StakeholderactiesQuery as Antwoord } from "~/graphql/gen/graphql";
import { ORGANISATIE } from "~/realtime/contexten";
import { useOnderweg } from "~/realtime/onderweg";
import { KaartQuery, metOnderweg, StakeholderactiesQuery } from "./kaart";

export type Actie = Antwoord["stakeholderacties"][number];
export type Acties = ReadonlyMap<string, Actie>;
const GEEN: never[] = [];

/** Everything on the map of now, with what is under way on top. */
export function useKaart() {
  const [kaart, leesKaart] = useQuery({ query: KaartQuery, context: ORGANISATIE });
  const [actielijst, leesActies] = useQuery({ query: StakeholderactiesQuery, context: ORGANISATIE });
  const onderweg = useOnderweg();
  const gelezen = kaart.data?.stakeholderkaart ?? GEEN;
  const groepen = kaart.data?.groepen ?? GEEN;
  const stakeholders = useMemo(() => metOnderweg(gelezen, groepen, onderweg), [gelezen, groepen, onderweg]);
  const acties: Acties = useMemo(
    () => new Map((actielijst.data?.stakeholderacties ?? GEEN).map((een) => [een.stakeholder.id, een])),
    [actielijst.data],
  );
  return {
    staat: { data: actielijst.data && kaart.data, error: kaart.error ?? actielijst.error },
    opnieuw: () => [leesKaart, leesActies].forEach((lees) => lees({ requestPolicy: "network-only" })),
    stakeholders,
    acties,
  };
}
