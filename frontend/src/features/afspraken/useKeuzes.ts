import { useQuery } from "urql";
import type { AfspraakKeuzesQuery } from "~/graphql/gen/graphql";
import { AFSPRAKEN } from "~/realtime/contexten";
import { KeuzesQuery } from "./vragen";

const LEEG: Pick<AfspraakKeuzesQuery, "modules" | "uitkomsten" | "afspraken" | "rollen"> = {
  modules: [],
  uitkomsten: [],
  afspraken: [],
  rollen: [],
};

/** What a form about agreements chooses from. */
export function useKeuzes() {
  const [{ data }] = useQuery({ query: KeuzesQuery, context: AFSPRAKEN });
  const keuzes = data ?? LEEG;
  const domeinen = new Map(keuzes.modules.flatMap((module) => module.domeinen).map((een) => [een.id, een]));
  return { ...keuzes, domeinen: [...domeinen.values()] };
}
