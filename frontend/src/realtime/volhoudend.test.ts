import {
  Client,
  CombinedError,
  gql,
  type Exchange,
  type Operation,
  type OperationResult,
  type RequestPolicy,
} from "@urql/core";
import { filter, makeSubject, map, merge, pipe, subscribe } from "wonka";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { zetLijn } from "./verbinding";
import { volhoudend } from "./volhoudend";

const VRAAG = gql`
  query {
    naam
  }
`;
const GEEN_LIJN = new CombinedError({ networkError: new Error("weg") });
const GEEN_RECHT = new CombinedError({
  graphQLErrors: [{ message: "nee", extensions: { code: "GEEN_RECHT" } }],
});

function speelHub() {
  const verzonden: Operation[] = [];
  const terug = makeSubject<OperationResult>();
  const server: Exchange = () => (operaties) =>
    merge([
      pipe(
        operaties,
        filter((operatie) => (operatie.kind !== "teardown" && verzonden.push(operatie), false)),
        map((operatie) => operatie as never),
      ),
      terug.source,
    ]);
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    exchanges: [volhoudend(() => 1000), server],
  });
  const gezien: string[] = [];
  const vraag = (requestPolicy: RequestPolicy) =>
    pipe(
      client.query(VRAAG, {}, { requestPolicy }),
      subscribe(({ data, error }) =>
        gezien.push((data as { naam: string } | undefined)?.naam ?? error?.message ?? ""),
      ),
    );
  let sluit = vraag("cache-first").unsubscribe;
  const antwoord = (data: unknown, error?: CombinedError) =>
    terug.next({ operation: verzonden.at(-1)!, data, error, stale: false, hasNext: false });
  /** As a page does: it lets go and asks. */
  const vraagOpnieuw = () => {
    sluit();
    sluit = vraag("network-only").unsubscribe;
  };
  return { verzonden, gezien, antwoord, vraagOpnieuw, sluit: () => sluit() };
}

beforeEach(() => {
  vi.useFakeTimers();
  zetLijn("live");
});
afterEach(() => vi.useRealTimers());

test("a question that fails for now is asked again until it is answered, and the page keeps what it had", async () => {
  const { verzonden, gezien, antwoord, vraagOpnieuw } = speelHub();
  antwoord({ naam: "oud" });
  vraagOpnieuw();
  await vi.advanceTimersByTimeAsync(0);
  antwoord(undefined, GEEN_LIJN);
  await vi.advanceTimersByTimeAsync(1000);
  expect(verzonden).toHaveLength(3);
  antwoord(undefined, GEEN_LIJN);
  expect(gezien).toEqual(["oud", "oud", "oud"]);
  await vi.advanceTimersByTimeAsync(1000);
  antwoord({ naam: "nieuw" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(gezien.at(-1)).toBe("nieuw");
  expect(verzonden).toHaveLength(4);
});

test("a page that never had an answer says that it failed, and is answered when the line is back", async () => {
  const { verzonden, gezien, antwoord } = speelHub();
  zetLijn("offline");
  antwoord(undefined, GEEN_LIJN);
  expect(gezien).toEqual(["[Network] weg"]);
  zetLijn("live");
  await vi.advanceTimersByTimeAsync(0);
  expect(verzonden).toHaveLength(2);
  antwoord({ naam: "daar" });
  expect(gezien.at(-1)).toBe("daar");
});

test("what one may no longer see goes at once", async () => {
  const { verzonden, gezien, antwoord } = speelHub();
  antwoord({ naam: "geheim" });
  antwoord(undefined, GEEN_RECHT);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(gezien).toEqual(["geheim", "[GraphQL] nee"]);
  expect(verzonden).toHaveLength(1);
});

test("a question that nobody asks any more is not asked again", async () => {
  const { verzonden, antwoord, sluit } = speelHub();
  antwoord(undefined, GEEN_LIJN);
  sluit();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(verzonden).toHaveLength(1);
});
