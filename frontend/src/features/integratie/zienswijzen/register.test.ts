import { describe, expect, it } from "vitest";
import { nota, perThema, type Punt } from "./register";

const punt = (rest: object) =>
  ({
    id: "p",
    thema: "Kosten",
    punt: "Te duur.",
    antwoord: "",
    verwerking: "NOG_NIET",
    tekstwijziging: "",
    teruggekoppeldOp: null,
    stand: "ONTVANGEN",
    ingetrokken: false,
    gemeente: { id: "venlo", naam: "Venlo" },
    ...rest,
  }) as unknown as Punt;

const ALLES = { stand: "", gemeente: "" };

describe("the register", () => {
  const punten = [
    punt({ thema: "Zeggenschap" }),
    punt({}),
    punt({ thema: "kosten", gemeente: { id: "beesel", naam: "Beesel" }, stand: "VERWERKT" }),
    punt({ ingetrokken: true }),
  ];
  it("stands by theme, whatever the capitals, without what was withdrawn", () => {
    expect(perThema(punten, ALLES).map(([thema, hier]) => [thema, hier.length])).toEqual([
      ["Kosten", 2],
      ["Zeggenschap", 1],
    ]);
  });
  it("keeps what passes the filters", () => {
    expect(perThema(punten, { ...ALLES, stand: "VERWERKT" })).toHaveLength(1);
    expect(perThema(punten, { ...ALLES, gemeente: "beesel" })[0]![1]).toHaveLength(1);
    expect(perThema(punten, { ...ALLES, stand: "INGETROKKEN" })[0]![1]).toHaveLength(1);
  });
  it("reads as a nota, with what is not answered yet", () => {
    const tekst = nota(
      { naam: "Wijziging" },
      perThema(
        [punt({}), punt({ antwoord: "Ja.", tekstwijziging: "Artikel 4.", teruggekoppeldOp: "2025-09-04" })],
        ALLES,
      ),
    );
    expect(tekst).toContain(
      "# Nota van zienswijzen: Wijziging\n\n## Kosten\n\n### Raad van Venlo\n\nTe duur.",
    );
    expect(tekst).toContain("**Antwoord:** Nog geen antwoord.");
    expect(tekst).toContain("**Tekst:** Artikel 4.\n\n**Teruggekoppeld op:** 4 september 2025");
  });
});
