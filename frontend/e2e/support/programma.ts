import { randomUUID } from "node:crypto";

type Fout = { bericht?: string; message?: string };
type Antwoord = { data?: Record<string, unknown>; errors?: Fout[] };
const KOP = { "X-Samenspel": "1", "Content-Type": "application/json" };

/** A program that asks and changes over GraphQL, in somebody's name: for what a test needs but is not about. */
export async function maakProgramma(adres: string, naam: string) {
  const { personen } = (await (await fetch(`${adres}/aanmelden/demo`)).json()) as {
    personen: { id: string; naam: string }[];
  };
  const persoon = personen.find((een) => een.naam === naam)!.id;
  const aangemeld = await fetch(`${adres}/aanmelden/demo`, {
    method: "POST",
    headers: KOP,
    body: JSON.stringify({ persoon }),
  });
  const koek = aangemeld.headers.get("set-cookie")!.split(";")[0]!;

  async function vraag<D>(query: string, variables: object = {}): Promise<D> {
    const antwoord = await fetch(`${adres}/graphql`, {
      method: "POST",
      headers: { ...KOP, Cookie: koek },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await antwoord.json()) as Antwoord;
    const fouten = Object.values(data ?? {}).flatMap(
      (deel) => (deel as { fouten?: Fout[] } | null)?.fouten ?? [],
    );
    const mis = [...(errors ?? []), ...fouten].map(({ bericht, message }) => bericht ?? message);
    if (mis.length > 0) throw new Error(mis.join("\n"));
    return data as D;
  }
  type Bord = {
    id: string;
    kolommen: { id: string; naam: string }[];
    taken: { id: string; titel: string; versie: number; kolom: { naam: string } }[];
  };
  const bord = async () =>
    (
      await vraag<{ trajecten: { borden: Bord[] }[] }>(
        "{ trajecten { borden { id kolommen { id naam } taken { id titel versie kolom { naam } } } } }",
      )
    ).trajecten[0]!.borden[0]!;

  return {
    persoon,
    vraag,
    bord,
    async taak(titel: string) {
      return (await bord()).taken.find((taak) => taak.titel === titel)!;
    },
    /** One mutation with one input; a refusal is an error. */
    wijzig: (naam: string, soort: string, input: object) =>
      vraag(`mutation($input: ${soort}!) { ${naam}(input: $input) { fouten { bericht } } }`, {
        input: { clientMutatieId: randomUUID(), ...input },
      }),
    /** The kinds of what happened to a task, newest first. */
    async geschiedenis(id: string) {
      type Gelezen = { taak: { geschiedenis: { nodes: { __typename: string }[] } } };
      const { taak } = await vraag<Gelezen>(
        "query($id: ID!) { taak(id: $id) { geschiedenis { nodes { __typename } } } }",
        { id },
      );
      return taak.geschiedenis.nodes.map(({ __typename }) => __typename);
    },
  };
}
