import { describe, expect, it } from "vitest";
import { invoerVan, nieuweFase, verschoven } from "./ontwerp";

describe("a template while it is written", () => {
  it("sends only what belongs to the kind of phase", () => {
    const fase = { ...nieuweFase(), naam: "Kiezen", kolommen: "Voor\n\n Tegen ", antwoorden: "Ja\nNee" };
    expect(invoerVan(fase)).toMatchObject({ kolommen: ["Voor", "Tegen"], stemming: null, minuten: null });
    const peiling = invoerVan({ ...fase, soort: "STEMMEN", vorm: "PEILING", minuten: "5" });
    expect(peiling).toMatchObject({
      kolommen: [],
      minuten: 5,
      stemming: { antwoorden: ["Ja", "Nee"], budget: 0 },
    });
  });

  it("leaves a number that is none to the hub to refuse", () => {
    expect(invoerVan({ ...nieuweFase(), minuten: "vijf" }).minuten).toBe(0);
  });

  it("moves a phase, but not beyond the ends", () => {
    const fasen = [nieuweFase(), nieuweFase()];
    expect(verschoven(fasen, 0, 1)).toEqual([fasen[1], fasen[0]]);
    expect(verschoven(fasen, 1, 1)).toBe(fasen);
  });
});
