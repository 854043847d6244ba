import { print } from "graphql";
import { expect, it, vi } from "vitest";
import { naarDeTekst } from "./fetcher";

const WIE = "query WieBenIk { ik { id } }";
const BORD = "subscription Integratie { integratie { positie } }";

function verstuurd(query: string, operationName?: string | null) {
  const stuur = vi.fn(() => ({}));
  void naarDeTekst(stuur)({ query, operationName, variables: { a: 1 } }, { headers: { b: "2" } });
  const [vraag, opties] = stuur.mock.lastCall as unknown as Parameters<ReturnType<typeof naarDeTekst>>;
  expect(vraag).toMatchObject({ query, variables: { a: 1 } });
  expect(opties?.headers).toEqual({ b: "2" });
  return { naam: vraag.operationName, document: opties?.documentAST };
}

it("a text goes with its own operation, also when the explorer still names the one before", () => {
  const { naam, document } = verstuurd(BORD, "WieBenIk");
  expect(naam).toBe("Integratie");
  expect(print(document!)).toBe(print(verstuurd(BORD, "Integratie").document!));
  expect(verstuurd("{ ik { id } }", "WieBenIk").naam).toBeUndefined();
});

it("of several operations the chosen one goes; none is guessed", () => {
  expect(verstuurd(`${WIE} ${BORD}`, "Integratie").naam).toBe("Integratie");
  expect(verstuurd(`${WIE} ${BORD}`, "MaakTaak").naam).toBeUndefined();
});

it("a text that is no GraphQL goes as it stands: the hub says what is wrong", () => {
  expect(verstuurd("query WieBenIk {", "WieBenIk")).toEqual({ naam: undefined, document: undefined });
});
