import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useConcept } from "./concept";

it("keeps what one typed, follows what one did not touch, and says when both changed the same", () => {
  const { result, rerender } = renderHook(useConcept<{ aard: string; op: string }>, {
    initialProps: { aard: "", op: "" },
  });
  act(() => result.current.wijzig({ op: "2025-12-01" }));
  rerender({ aard: "beleid", op: "" });
  expect(result.current.waarden).toEqual({ aard: "beleid", op: "2025-12-01" });
  expect(result.current.botst).toBe(false);

  rerender({ aard: "beleid", op: "2025-11-30" });
  expect(result.current.botst).toBe(true);
  expect(result.current.kiesEerst).toEqual([]);
  act(() => void result.current.magBewaren());
  expect(result.current.kiesEerst).toHaveLength(1);
  expect(result.current.waarden.op).toBe("2025-12-01");
  act(() => result.current.houd());
  expect(result.current.botst).toBe(false);
  expect(result.current.waarden.op).toBe("2025-12-01");

  rerender({ aard: "beleid", op: "2025-11-29" });
  act(() => result.current.neemOver());
  expect(result.current).toMatchObject({ botst: false, waarden: { aard: "beleid", op: "2025-11-29" } });
});
