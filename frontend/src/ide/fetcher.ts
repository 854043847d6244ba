import type { Fetcher } from "@graphiql/toolkit";
import { Kind, parse, type DocumentNode } from "graphql";

function lees(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

/** The operation that was asked for when the document has it; where it has but one, that one. It never guesses. */
function operatie(document: DocumentNode | undefined, gevraagd?: string | null): string | undefined {
  const namen = (document?.definitions ?? [])
    .filter((deel) => deel.kind === Kind.OPERATION_DEFINITION)
    .map(({ name }) => name?.value);
  return namen.find((naam) => naam === gevraagd) ?? (namen.length === 1 ? namen[0] : undefined);
}

/**
 * Sends a text with what stands in that text. GraphiQL reads which operations there are only 100 ms after a text
 * changed: until then it names the one of the tab or the text before, and a subscription would go as a query.
 */
export const naarDeTekst =
  (stuur: Fetcher): Fetcher =>
  (vraag, opties) => {
    const documentAST = lees(vraag.query);
    return stuur(
      { ...vraag, operationName: operatie(documentAST, vraag.operationName) },
      { ...opties, documentAST },
    );
  };
