import { describe, expect, it } from "vitest";
import { neemOp, voegSamen, type Groep } from "./bezoek";
import { opsomming } from "./opsomming";
import { opVolgorde } from "./taken";

const gebeurtenis = (id: string, minuut: number) =>
  ({
    id,
    tijdstip: `2026-11-22T10:${String(minuut).padStart(2, "0")}:00Z`,
    zin: id,
  }) as Groep["gebeurtenissen"][number];
const groep = (id: string, aantal: number, ...gebeurtenissen: Groep["gebeurtenissen"]) =>
  ({ titel: id, onderwerp: { __typename: "Taak", id }, aantal, gebeurtenissen }) as unknown as Groep;

describe("what changed since the last visit", () => {
  it("keeps what was new after it has been marked as seen, newest subject first", () => {
    const oud = [groep("a", 12, gebeurtenis("1", 1)), groep("b", 1, gebeurtenis("2", 2))];
    const samen = voegSamen(oud, [groep("b", 1, gebeurtenis("3", 3))]);
    expect(samen.map(({ titel, aantal }) => [titel, aantal])).toEqual([
      ["b", 2],
      ["a", 12],
    ]);
    expect(samen[0]!.gebeurtenissen.map(({ id }) => id)).toEqual(["3", "2"]);
  });
  it("counts nothing twice while nothing has been marked", () => {
    const oud = [groep("a", 2, gebeurtenis("2", 2), gebeurtenis("1", 1))];
    const samen = voegSamen(oud, [
      groep("a", 3, gebeurtenis("3", 3), gebeurtenis("2", 2), gebeurtenis("1", 1)),
    ]);
    expect(samen[0]!.aantal).toBe(3);
    expect(samen[0]!.gebeurtenissen).toHaveLength(3);
  });
  it("begins anew when the page was long out of sight", () => {
    const vandaag = { vorigBezoek: "2026-11-22T10:00:00Z", gewijzigd: [], vermeldingen: [] };
    const begin = neemOp(
      undefined,
      { ...vandaag, gewijzigd: [groep("a", 1, gebeurtenis("1", 1))] } as never,
      0,
    );
    expect(neemOp(begin, { ...vandaag, vorigBezoek: null } as never, 60_000).groepen).toHaveLength(1);
    expect(neemOp(begin, vandaag as never, 60 * 60_000).groepen).toHaveLength(0);
  });
});

it("names a few and counts the rest", () => {
  expect(opsomming(["Anna"])).toBe("Anna");
  expect(opsomming(["Anna", "Bram"])).toBe("Anna en Bram");
  expect(opsomming(["Anna", "Bram", "Carla"])).toBe("Anna, Bram en Carla");
  expect(opsomming(["Anna", "Bram", "Carla", "Daan", "Els"])).toBe("Anna, Bram en nog 3");
});

it("puts late tasks first and tasks without a date last", () => {
  const taak = (nummer: number, vervaldatum: string | null, teLaat = false) => ({
    nummer,
    vervaldatum,
    teLaat,
  });
  const op = opVolgorde([
    taak(1, null),
    taak(2, "2026-12-01"),
    taak(3, "2026-11-01", true),
    taak(4, "2026-11-30"),
  ]);
  expect(op.map(({ nummer }) => nummer)).toEqual([3, 4, 2, 1]);
});
