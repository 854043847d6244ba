import { postJson } from "~/graphql/post";
import type { Ids } from "./voorbeelden";

type Antwoord = {
  data?: {
    ik: { persoon: { naam: string } };
    trajecten: { id: string; borden: { id: string; kolommen: { id: string }[] }[] }[];
  };
};
export type Start = { naam?: string; ids: Ids };

/** Who asks, and ids for the examples; nobody when not signed in. */
export async function leesStart(): Promise<Start> {
  const query = "{ ik { persoon { naam } } trajecten { id borden { id kolommen { id } } } }";
  const antwoord = await postJson("/graphql", { query }).catch(() => undefined);
  const { data } = antwoord?.ok ? ((await antwoord.json()) as Antwoord) : {};
  const traject = data?.trajecten.find(({ borden }) => borden.length > 0);
  const bord = traject?.borden[0];
  return {
    naam: data?.ik.persoon.naam,
    ids: { traject: traject?.id, bord: bord?.id, kolom: bord?.kolommen[0]?.id },
  };
}
