import { introspectie } from "./gen/introspectie";

type Soort = { kind: string; name: string; fields?: readonly { name: string }[] };
const soorten: readonly Soort[] = introspectie.__schema.types;

/** Types without an id live inside their parent: taken from the schema, so that a new one is never forgotten. */
export const sleutels: Record<string, () => null> = Object.fromEntries(
  soorten
    .filter(({ kind, fields }) => kind === "OBJECT" && !fields?.some(({ name }) => name === "id"))
    .map(({ name }) => [name, () => null]),
);
